package org.fieldstation.station.identify;

import org.fieldstation.models.Label;

/**
 * A window in which somebody may be talking: its sound is not to leave the station as it is.
 *
 * @param limit what the score had to reach for this, lower than what it must reach to be told
 */
public record HumanHeard(Label label, float score, float limit) {}
