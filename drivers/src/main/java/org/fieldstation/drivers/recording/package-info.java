/** Recorded sound: files that are read, and files that are played as if they were a microphone. */
@NullMarked
package org.fieldstation.drivers.recording;

import org.jspecify.annotations.NullMarked;
