/** Maxim DS18B20: temperature, on a 1-wire bus. */
@NullMarked
package org.fieldstation.drivers.chip.ds18b20;

import org.jspecify.annotations.NullMarked;
