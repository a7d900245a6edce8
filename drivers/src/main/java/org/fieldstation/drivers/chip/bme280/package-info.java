/** Bosch BME280 and BMP280: temperature, pressure and, in the BME280, humidity. */
@NullMarked
package org.fieldstation.drivers.chip.bme280;

import org.jspecify.annotations.NullMarked;
