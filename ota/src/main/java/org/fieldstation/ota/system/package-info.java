/** Where updates of the operating system would be handed over. */
@NullMarked
package org.fieldstation.ota.system;

import org.jspecify.annotations.NullMarked;
