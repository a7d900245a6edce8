/** ams TSL2591: light, in two channels. */
@NullMarked
package org.fieldstation.drivers.chip.tsl2591;

import org.jspecify.annotations.NullMarked;
