/** Plantower PMS5003: dust. */
@NullMarked
package org.fieldstation.drivers.chip.pms5003;

import org.jspecify.annotations.NullMarked;
