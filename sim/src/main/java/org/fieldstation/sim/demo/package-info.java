/** A station and a central server on one machine, to watch and to break. */
@NullMarked
package org.fieldstation.sim.demo;

import org.jspecify.annotations.NullMarked;
