/**
 * The station's side of an update: who wants it, how it comes, and whether it is well afterwards.
 */
@NullMarked
package org.fieldstation.station.update;

import org.jspecify.annotations.NullMarked;
