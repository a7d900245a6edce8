/** WAV: RIFF and RF64, PCM and IEEE float. */
@NullMarked
package org.fieldstation.drivers.recording.wav;

import org.jspecify.annotations.NullMarked;
