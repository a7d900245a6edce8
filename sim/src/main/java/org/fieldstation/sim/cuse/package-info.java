/**
 * Virtual buses as device nodes: the kernel asks this program what is on {@code /dev/i2c-N}, so
 * that the station's own binary, and i2cdetect, can drive virtual chips on any Linux that has cuse.
 */
@NullMarked
package org.fieldstation.sim.cuse;

import org.jspecify.annotations.NullMarked;
