/**
 * A central server of several machines: fronts that stations see, a stream of what they hand in
 * (Kafka), a filer that stores it, and a memory of who is registered that the fronts share (Redis).
 * Each of them may stop at any moment; what has no receipt is sent again.
 */
@NullMarked
package org.fieldstation.sim.central.fleet;

import org.jspecify.annotations.NullMarked;
