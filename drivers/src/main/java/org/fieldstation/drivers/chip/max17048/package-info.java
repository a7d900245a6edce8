/** Maxim MAX17048: what is left in a lithium cell. */
@NullMarked
package org.fieldstation.drivers.chip.max17048;

import org.jspecify.annotations.NullMarked;
