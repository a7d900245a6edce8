/**
 * Time as a part that is handed in: real for a station, virtual for a test or a simulated month.
 */
@NullMarked
package org.fieldstation.drivers.time;

import org.jspecify.annotations.NullMarked;
