package org.fieldstation.models.image;

import org.fieldstation.models.Label;

/**
 * Something a detector sees, and where.
 *
 * @param score 0 to 1
 * @param region in the picture that was looked at
 */
public record Box(Label label, float score, Region region) {}
