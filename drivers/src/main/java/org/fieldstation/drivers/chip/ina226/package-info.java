/** Texas Instruments INA226: voltage, current and power. */
@NullMarked
package org.fieldstation.drivers.chip.ina226;

import org.jspecify.annotations.NullMarked;
