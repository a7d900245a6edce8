package org.fieldstation.station.identify;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldstation.models.Label;
import org.fieldstation.station.listen.Window;

/**
 * What the models of one microphone have heard lately, for those who want to compare. Belongs to
 * one thread.
 */
public final class Board {
  private static final double KEPT_SECONDS = 60;

  private final Map<String, Set<String>> vocabulary = new HashMap<>();
  private final Set<String> resting = new HashSet<>();
  private final ArrayDeque<Post> posts = new ArrayDeque<>();

  private record Post(String model, Set<String> names, double from, double to) {}

  /** Says which names a model knows; what it heard under another vocabulary is forgotten. */
  public void joins(String model, List<Label> labels) {
    vocabulary.put(
        model, labels.stream().flatMap(Board::names).collect(Collectors.toUnmodifiableSet()));
    posts.removeIf(post -> post.model().equals(model));
  }

  /** A model that rests, or that has failed, is not waited for. */
  public void rests(String model, boolean now) {
    if (now) {
      resting.add(model);
    } else {
      resting.remove(model);
    }
  }

  void put(String model, Window window, List<Detection> candidates) {
    double now = window.startSeconds();
    posts.removeIf(post -> post.to() < now - KEPT_SECONDS);
    for (var candidate : candidates) {
      var names = names(candidate.label()).collect(Collectors.toSet());
      posts.add(new Post(model, names, now, now + window.lengthSeconds()));
    }
  }

  /** How many models at work know a label. */
  int able(Label label) {
    return (int)
        vocabulary.entrySet().stream()
            .filter(entry -> !resting.contains(entry.getKey()))
            .filter(entry -> names(label).anyMatch(entry.getValue()::contains))
            .count();
  }

  /** How many models have heard a candidate's label in windows that overlap its own. */
  int heard(Detection candidate) {
    return (int)
        overlapping(candidate, names(candidate.label())).map(Post::model).distinct().count();
  }

  /** Whether any model has heard one of these names in a window that overlaps the candidate's. */
  boolean hasHeard(Set<String> names, Detection candidate) {
    return overlapping(candidate, names.stream()).findAny().isPresent();
  }

  private Stream<Post> overlapping(Detection candidate, Stream<String> names) {
    double from = candidate.startSeconds();
    double to = from + candidate.lengthSeconds();
    var wanted = names.collect(Collectors.toSet());
    return posts.stream()
        .filter(post -> post.from() < to && from < post.to())
        .filter(post -> post.names().stream().anyMatch(wanted::contains));
  }

  /** A species is the same whatever it is called; of what is none, only a name tells. */
  private static Stream<String> names(Label label) {
    return label.scientificName().isBlank()
        ? NameLists.names(label)
        : Stream.of(Names.species(label.scientificName()));
  }
}
