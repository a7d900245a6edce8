/** Switches for the power of devices, and when it is worth cutting it. */
@NullMarked
package org.fieldstation.station.outlet;

import org.jspecify.annotations.NullMarked;
