/** From samples to what a weather service would write down. */
@NullMarked
package org.fieldstation.station.weather;

import org.jspecify.annotations.NullMarked;
