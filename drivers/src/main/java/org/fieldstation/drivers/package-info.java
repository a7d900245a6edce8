/** The nouns of sensing, and the small interfaces behind which real and virtual hardware stand. */
@NullMarked
package org.fieldstation.drivers;

import org.jspecify.annotations.NullMarked;
