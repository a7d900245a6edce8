/** Chips made of registers: the real drivers read them and cannot tell. */
@NullMarked
package org.fieldstation.sim.chips;

import org.jspecify.annotations.NullMarked;
