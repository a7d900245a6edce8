/** Makes and signs what stations install. Never runs on a station. */
@NullMarked
package org.fieldstation.ota.publish;

import org.jspecify.annotations.NullMarked;
