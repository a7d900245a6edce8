/** Short clips of what a camera saw around an event, from before it began. */
@NullMarked
package org.fieldstation.station.film;

import org.jspecify.annotations.NullMarked;
