/** Boards that are known by name, and what on them is called what. */
@NullMarked
package org.fieldstation.station.board;

import org.jspecify.annotations.NullMarked;
