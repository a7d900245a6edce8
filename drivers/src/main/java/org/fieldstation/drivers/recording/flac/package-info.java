/** FLAC as RFC 9639 describes it, decoded by our own code. */
@NullMarked
package org.fieldstation.drivers.recording.flac;

import org.jspecify.annotations.NullMarked;
