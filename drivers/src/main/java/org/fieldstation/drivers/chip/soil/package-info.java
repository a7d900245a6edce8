/** Capacitive soil moisture probes with a voltage output. */
@NullMarked
package org.fieldstation.drivers.chip.soil;

import org.jspecify.annotations.NullMarked;
