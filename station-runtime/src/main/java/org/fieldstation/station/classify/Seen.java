package org.fieldstation.station.classify;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.look.Outcome;

/**
 * What a picture shows, besides its rows.
 *
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param taken by the camera's own clock, in no known time zone
 * @param count of what the outcome says, 0 where nobody counts
 */
public record Seen(
    Outcome outcome,
    int count,
    int width,
    int height,
    Optional<LocalDateTime> taken,
    List<ModelCard> models) {
  public Seen {
    models = List.copyOf(models);
  }
}
