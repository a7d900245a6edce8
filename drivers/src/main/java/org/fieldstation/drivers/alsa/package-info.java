/**
 * Sound cards through ALSA: found by what does not change, opened at exactly the rate that was
 * asked for.
 */
@NullMarked
package org.fieldstation.drivers.alsa;

import org.jspecify.annotations.NullMarked;
