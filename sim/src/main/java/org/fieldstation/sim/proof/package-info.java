/**
 * The station's own way to pins and buses, tried on the devices that a Linux kernel simulates. Run
 * as root in the guest of {@code scripts/hil}.
 */
@NullMarked
package org.fieldstation.sim.proof;

import org.jspecify.annotations.NullMarked;
