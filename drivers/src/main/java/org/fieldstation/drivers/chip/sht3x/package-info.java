/** Sensirion SHT30, SHT31 and SHT35: temperature and humidity. */
@NullMarked
package org.fieldstation.drivers.chip.sht3x;

import org.jspecify.annotations.NullMarked;
