/** What the service manager is told, where there is one. */
@NullMarked
package org.fieldstation.station.systemd;

import org.jspecify.annotations.NullMarked;
