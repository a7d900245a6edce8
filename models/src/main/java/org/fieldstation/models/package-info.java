/** Models that name what is heard or seen, and the packs they come in. */
@NullMarked
package org.fieldstation.models;

import org.jspecify.annotations.NullMarked;
