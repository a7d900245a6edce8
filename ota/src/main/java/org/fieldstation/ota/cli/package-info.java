/** The publisher's commands. */
@NullMarked
package org.fieldstation.ota.cli;

import org.jspecify.annotations.NullMarked;
