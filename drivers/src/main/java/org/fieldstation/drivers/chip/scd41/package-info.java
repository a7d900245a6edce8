/** Sensirion SCD41: carbon dioxide. */
@NullMarked
package org.fieldstation.drivers.chip.scd41;

import org.jspecify.annotations.NullMarked;
