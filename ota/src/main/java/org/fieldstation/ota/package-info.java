/** Taking a new release, trying it, keeping it or going back. Knows no network. */
@NullMarked
package org.fieldstation.ota;

import org.jspecify.annotations.NullMarked;
