/** The effort ledger: what each sensor did with every second. */
@NullMarked
package org.fieldstation.station.effort;

import org.jspecify.annotations.NullMarked;
