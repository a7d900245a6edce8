/**
 * From recordings on disk to detections in a file people's tools can read.
 *
 * <p>Recording, resampled, windows, judge, rows, export: the same links a station's own sound goes
 * through, so what a station would have said can be seen at a desk.
 */
@NullMarked
package org.fieldstation.station.classify;

import org.jspecify.annotations.NullMarked;
