/**
 * A board without a board: buses with chips made of registers, pins, lines, and what can go wrong
 * with them.
 */
@NullMarked
package org.fieldstation.sim.board;

import org.jspecify.annotations.NullMarked;
