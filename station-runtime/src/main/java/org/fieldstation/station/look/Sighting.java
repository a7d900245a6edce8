package org.fieldstation.station.look;

import java.util.List;
import java.util.Optional;
import org.fieldstation.models.image.Region;

/**
 * What came of one burst: an event.
 *
 * @param named the best name for it that reached its threshold
 * @param count how many of its kind are in the frame that shows most of them; 0 for none, or when
 *     nobody can count
 * @param people where in each frame of the burst somebody is
 */
public record Sighting(
    Burst burst,
    Outcome outcome,
    Optional<Named> named,
    int count,
    People seen,
    List<List<Region>> people) {
  public Sighting {
    people = List.copyOf(people);
  }
}
