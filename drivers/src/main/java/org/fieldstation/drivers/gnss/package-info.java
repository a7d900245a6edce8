/** Position and time from a satellite receiver that speaks NMEA 0183 on a serial line. */
@NullMarked
package org.fieldstation.drivers.gnss;

import org.jspecify.annotations.NullMarked;
