/** Wind vanes with a ladder of resistors. */
@NullMarked
package org.fieldstation.drivers.chip.vane;

import org.jspecify.annotations.NullMarked;
