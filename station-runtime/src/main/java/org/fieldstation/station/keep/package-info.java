/** Small things that must survive a power cut and are no records. */
@NullMarked
package org.fieldstation.station.keep;

import org.jspecify.annotations.NullMarked;
