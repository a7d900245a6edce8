/** What is attached to a board, found by asking, and the configuration for it. */
@NullMarked
package org.fieldstation.station.scan;

import org.jspecify.annotations.NullMarked;
