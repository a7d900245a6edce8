/**
 * Decides which files may be believed, by The Update Framework's specification, version 1.0;
 * paragraph signs refer to it.
 */
@NullMarked
package org.fieldstation.ota.trust;

import org.jspecify.annotations.NullMarked;
