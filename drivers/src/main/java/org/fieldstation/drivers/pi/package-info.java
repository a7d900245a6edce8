/** Pins and buses through Pi4J: our own providers over the Linux kernel, and a board's wiring. */
@NullMarked
package org.fieldstation.drivers.pi;

import org.jspecify.annotations.NullMarked;
