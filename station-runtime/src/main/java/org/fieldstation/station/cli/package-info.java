/** The commands a person types. */
@NullMarked
package org.fieldstation.station.cli;

import org.jspecify.annotations.NullMarked;
