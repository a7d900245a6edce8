/** Cup anemometers with a contact that closes as they turn. */
@NullMarked
package org.fieldstation.drivers.chip.cup;

import org.jspecify.annotations.NullMarked;
