/** Files packed small, alone or against an older file. */
@NullMarked
package org.fieldstation.ota.delta;

import org.jspecify.annotations.NullMarked;
