/** Records and parcels as bytes: the only place that knows CBOR. */
@NullMarked
package org.fieldstation.station.wire;

import org.jspecify.annotations.NullMarked;
