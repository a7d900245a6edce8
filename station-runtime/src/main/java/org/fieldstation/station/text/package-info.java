/** Text for other programs to read. */
@NullMarked
package org.fieldstation.station.text;

import org.jspecify.annotations.NullMarked;
