/** A world that sings: sounds made by formula, the same for the same seed. */
@NullMarked
package org.fieldstation.sim.world;

import org.jspecify.annotations.NullMarked;
