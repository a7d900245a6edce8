/** The lamp that shows how the station is. */
@NullMarked
package org.fieldstation.station.lamp;

import org.jspecify.annotations.NullMarked;
