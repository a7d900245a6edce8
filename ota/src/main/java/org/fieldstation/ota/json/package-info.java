/** JSON as signed metadata uses it: read strictly, written in one canonical way. */
@NullMarked
package org.fieldstation.ota.json;

import org.jspecify.annotations.NullMarked;
