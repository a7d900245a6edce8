/**
 * Software beside the station's own release: model packs and configurations, brought signed and
 * taken into use without a restart of anything else.
 */
@NullMarked
package org.fieldstation.station.software;

import org.jspecify.annotations.NullMarked;
