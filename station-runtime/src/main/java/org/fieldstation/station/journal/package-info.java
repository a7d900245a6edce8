/**
 * What the station has written down: durable, numbered without gaps, forgotten only on a receipt.
 */
@NullMarked
package org.fieldstation.station.journal;

import org.jspecify.annotations.NullMarked;
