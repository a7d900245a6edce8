/** Texas Instruments INA219: voltage, current and power. */
@NullMarked
package org.fieldstation.drivers.chip.ina219;

import org.jspecify.annotations.NullMarked;
