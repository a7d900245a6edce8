/** Pictures on their way into a model, and boxes on their way out of one. */
@NullMarked
package org.fieldstation.models.image;

import org.jspecify.annotations.NullMarked;
