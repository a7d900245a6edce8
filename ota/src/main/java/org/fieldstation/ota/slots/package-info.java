/** Releases on disk: immutable folders, and two links that only a rename ever changes. */
@NullMarked
package org.fieldstation.ota.slots;

import org.jspecify.annotations.NullMarked;
