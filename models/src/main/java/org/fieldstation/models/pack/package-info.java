/**
 * Model packs: a manifest, a model, its labels.
 *
 * <p>Opening one goes: read the manifest, find the files it names, compare their hashes, read the
 * labels; and for a classifier: read the model, compare again, run it once, compare its shapes.
 */
@NullMarked
package org.fieldstation.models.pack;

import org.jspecify.annotations.NullMarked;
