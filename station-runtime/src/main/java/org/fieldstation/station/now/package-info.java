/** What the station knows of itself at this moment, for whoever asks. */
@NullMarked
package org.fieldstation.station.now;

import org.jspecify.annotations.NullMarked;
