/** Ogg Vorbis, the only package that knows JOrbis. */
@NullMarked
package org.fieldstation.drivers.recording.vorbis;

import org.jspecify.annotations.NullMarked;
