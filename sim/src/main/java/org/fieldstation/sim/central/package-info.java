/**
 * A reference central server: an ordinary LwM2M server whose application stores parcels and says
 * so. The only place in the simulator that knows Leshan's server and SQL.
 */
@NullMarked
package org.fieldstation.sim.central;

import org.jspecify.annotations.NullMarked;
