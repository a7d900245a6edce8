/** The few things asked of a file system, so that a test can cut each of them. */
@NullMarked
package org.fieldstation.ota.disk;

import org.jspecify.annotations.NullMarked;
