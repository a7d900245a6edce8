/** Pi4J providers whose devices are those of a virtual board. */
@NullMarked
package org.fieldstation.sim.pi;

import org.jspecify.annotations.NullMarked;
