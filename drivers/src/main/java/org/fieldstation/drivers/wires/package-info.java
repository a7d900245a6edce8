/**
 * The wires of a board as a chip sees them. Real buses, virtual ones and recordings stand behind
 * them.
 */
@NullMarked
package org.fieldstation.drivers.wires;

import org.jspecify.annotations.NullMarked;
