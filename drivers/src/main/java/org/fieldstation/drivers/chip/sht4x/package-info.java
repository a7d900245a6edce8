/** Sensirion SHT40, SHT41 and SHT45: temperature and humidity. */
@NullMarked
package org.fieldstation.drivers.chip.sht4x;

import org.jspecify.annotations.NullMarked;
