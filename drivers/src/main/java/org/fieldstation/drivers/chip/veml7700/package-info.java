/** Vishay VEML7700: light, from starlight to noon. */
@NullMarked
package org.fieldstation.drivers.chip.veml7700;

import org.jspecify.annotations.NullMarked;
