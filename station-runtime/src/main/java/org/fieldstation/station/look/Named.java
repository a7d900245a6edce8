package org.fieldstation.station.look;

import org.fieldstation.models.Label;

/**
 * A label that reached its threshold.
 *
 * @param score 0 to 1
 * @param threshold what it had to reach
 */
public record Named(Label label, float score, float threshold) {}
