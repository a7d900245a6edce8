/** The station's configuration, from TOML to records with units. */
@NullMarked
package org.fieldstation.station.settings;

import org.jspecify.annotations.NullMarked;
