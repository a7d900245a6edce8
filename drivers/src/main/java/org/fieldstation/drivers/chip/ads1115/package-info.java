/** Texas Instruments ADS1115: four voltages. */
@NullMarked
package org.fieldstation.drivers.chip.ads1115;

import org.jspecify.annotations.NullMarked;
