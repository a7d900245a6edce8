/** Live sound: taken from the device in time, whatever the rest of the station is doing. */
@NullMarked
package org.fieldstation.drivers.capture;

import org.jspecify.annotations.NullMarked;
