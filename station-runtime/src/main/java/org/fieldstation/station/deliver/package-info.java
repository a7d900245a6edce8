/** From the journal to the central servers, and their receipts back. */
@NullMarked
package org.fieldstation.station.deliver;

import org.jspecify.annotations.NullMarked;
