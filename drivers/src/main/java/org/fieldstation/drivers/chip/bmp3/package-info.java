/** Bosch BMP388 and BMP390: temperature and pressure. */
@NullMarked
package org.fieldstation.drivers.chip.bmp3;

import org.jspecify.annotations.NullMarked;
