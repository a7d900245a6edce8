/** Cameras that are programs of their own, and folders that are played as one. */
@NullMarked
package org.fieldstation.drivers.camera;

import org.jspecify.annotations.NullMarked;
