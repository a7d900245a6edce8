/** A station's first account at a server: from a label on its box into its configuration. */
@NullMarked
package org.fieldstation.station.provision;

import org.jspecify.annotations.NullMarked;
