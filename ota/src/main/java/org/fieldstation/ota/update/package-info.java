/** The way of one update, persisted step by step, from a choice to confirmed or rolled back. */
@NullMarked
package org.fieldstation.ota.update;

import org.jspecify.annotations.NullMarked;
