/** From single measurements to weather, as the WMO's guide to instruments (No. 8) asks for. */
@NullMarked
package org.fieldstation.drivers.weather;

import org.jspecify.annotations.NullMarked;
