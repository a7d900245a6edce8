/** Light for a camera in the dark. */
@NullMarked
package org.fieldstation.station.night;

import org.jspecify.annotations.NullMarked;
