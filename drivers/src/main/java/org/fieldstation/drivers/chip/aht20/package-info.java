/** Aosong AHT20: temperature and humidity. */
@NullMarked
package org.fieldstation.drivers.chip.aht20;

import org.jspecify.annotations.NullMarked;
