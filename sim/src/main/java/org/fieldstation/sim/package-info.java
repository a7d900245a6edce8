/**
 * A station without a station: virtual hardware, a world that sings, and a central server to talk
 * to.
 */
@NullMarked
package org.fieldstation.sim;

import org.jspecify.annotations.NullMarked;
