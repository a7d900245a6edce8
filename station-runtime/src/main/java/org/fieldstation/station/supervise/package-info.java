/** Paths that fail are started again, and what broke is a record. */
@NullMarked
package org.fieldstation.station.supervise;

import org.jspecify.annotations.NullMarked;
