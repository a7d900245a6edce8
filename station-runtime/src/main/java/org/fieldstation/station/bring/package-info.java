/** Bringing public models from the network: resumed where it was cut, believed only by its hash. */
@NullMarked
package org.fieldstation.station.bring;

import org.jspecify.annotations.NullMarked;
