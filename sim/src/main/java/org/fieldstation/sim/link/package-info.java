/** Links as they are in the field. */
@NullMarked
package org.fieldstation.sim.link;

import org.jspecify.annotations.NullMarked;
