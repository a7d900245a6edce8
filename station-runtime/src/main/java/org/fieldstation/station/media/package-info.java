/** Pictures on the disk: whole or not there, the oldest given up for the newest. */
@NullMarked
package org.fieldstation.station.media;

import org.jspecify.annotations.NullMarked;
