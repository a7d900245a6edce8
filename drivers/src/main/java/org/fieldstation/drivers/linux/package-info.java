/** A Linux computer as the hardware of a station. */
@NullMarked
package org.fieldstation.drivers.linux;

import org.jspecify.annotations.NullMarked;
