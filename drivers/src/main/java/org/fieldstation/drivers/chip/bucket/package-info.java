/** Tipping-bucket rain gauges, whose count survives a restart. */
@NullMarked
package org.fieldstation.drivers.chip.bucket;

import org.jspecify.annotations.NullMarked;
