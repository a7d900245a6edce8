package org.fieldstation.station.identify;

import org.fieldstation.models.Label;

/**
 * A window in which a label's score reached its threshold.
 *
 * @param startSeconds from the opening of the microphone to the window's start
 * @param lengthSeconds of the window
 * @param score 0 to 1, as the model gave it
 * @param threshold what the score had to reach
 */
public record Detection(
    Label label, double startSeconds, double lengthSeconds, float score, float threshold) {}
