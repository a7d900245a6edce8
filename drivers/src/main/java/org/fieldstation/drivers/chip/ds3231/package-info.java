/** Maxim DS3231: a clock that runs on while the station has no power. */
@NullMarked
package org.fieldstation.drivers.chip.ds3231;

import org.jspecify.annotations.NullMarked;
