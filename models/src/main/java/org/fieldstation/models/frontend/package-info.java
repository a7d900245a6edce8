/** What is done to a window of sound before a model sees it. */
@NullMarked
package org.fieldstation.models.frontend;

import org.jspecify.annotations.NullMarked;
