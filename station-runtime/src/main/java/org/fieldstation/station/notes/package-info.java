/** What the paths find, as notes for the journal. */
@NullMarked
package org.fieldstation.station.notes;

import org.jspecify.annotations.NullMarked;
