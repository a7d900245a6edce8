/** The catalogue of chips: opens any of them by its name, on any board. */
@NullMarked
package org.fieldstation.drivers.catalogue;

import org.jspecify.annotations.NullMarked;
