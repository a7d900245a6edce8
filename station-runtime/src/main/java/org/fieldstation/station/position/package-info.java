/** Where the station is, and what time the satellites make it. */
@NullMarked
package org.fieldstation.station.position;

import org.jspecify.annotations.NullMarked;
