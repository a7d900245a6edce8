/**
 * What every format of recorded sound has in common: a file of bytes, and interleaved samples out
 * of it.
 */
@NullMarked
package org.fieldstation.drivers.recording.format;

import org.jspecify.annotations.NullMarked;
