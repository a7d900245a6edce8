/** Which link carries the station's records now, and what may be spent on it. */
@NullMarked
package org.fieldstation.station.link;

import org.jspecify.annotations.NullMarked;
