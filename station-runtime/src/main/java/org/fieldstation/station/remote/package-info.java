/** What a server may make the station do, so that no mistake at the server loses the station. */
@NullMarked
package org.fieldstation.station.remote;

import org.jspecify.annotations.NullMarked;
