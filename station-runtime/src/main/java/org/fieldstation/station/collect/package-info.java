/** Records carried by hand: a folder on a stick to the server, and its receipts back. */
@NullMarked
package org.fieldstation.station.collect;

import org.jspecify.annotations.NullMarked;
