/** The models a station hears with: which, in what order, how they are changed while it hears. */
@NullMarked
package org.fieldstation.station.hearing;

import org.jspecify.annotations.NullMarked;
