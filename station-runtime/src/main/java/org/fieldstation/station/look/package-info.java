/** From frames to events: what moved, what it was, and whether people are in it. */
@NullMarked
package org.fieldstation.station.look;

import org.jspecify.annotations.NullMarked;
