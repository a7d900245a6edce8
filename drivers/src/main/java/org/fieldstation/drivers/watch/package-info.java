/**
 * What is watched from outside a sensor: whether it is there, and whether its values can be true.
 */
@NullMarked
package org.fieldstation.drivers.watch;

import org.jspecify.annotations.NullMarked;
