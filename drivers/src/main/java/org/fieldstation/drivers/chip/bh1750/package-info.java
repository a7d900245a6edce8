/** Rohm BH1750FVI: light. */
@NullMarked
package org.fieldstation.drivers.chip.bh1750;

import org.jspecify.annotations.NullMarked;
