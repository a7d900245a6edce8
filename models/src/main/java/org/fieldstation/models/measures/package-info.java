/**
 * Acoustic measures of a stretch of sound.
 *
 * <p>Levels are in dB of full scale: without a calibrated microphone there is nothing else to say.
 * Every value comes with what it was measured by, because an index without its window, hop, bands
 * and variant cannot be compared with another.
 */
@NullMarked
package org.fieldstation.models.measures;

import org.jspecify.annotations.NullMarked;
