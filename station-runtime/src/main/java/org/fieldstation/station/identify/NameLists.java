package org.fieldstation.station.identify;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldstation.models.Label;

/**
 * What somebody wants to be told of, and what not. Names may be a label's id, its scientific name,
 * or its English or Chinese name, in any case of letters.
 *
 * @param include empty for everything
 * @param exclude wins over everything, a watch list too
 */
public record NameLists(Set<String> include, Set<String> exclude) implements Filter {
  public NameLists {
    include = keys(include);
    exclude = keys(exclude);
  }

  @Override
  public Optional<Verdict> verdict(Detection candidate, boolean watched) {
    var unwanted = names(candidate.label()).filter(exclude::contains).findFirst();
    if (unwanted.isPresent()) {
      return Optional.of(new Verdict.Excluded(unwanted.get()));
    }
    boolean wanted =
        watched || include.isEmpty() || names(candidate.label()).anyMatch(include::contains);
    return wanted ? Optional.empty() : Optional.of(new Verdict.NotIncluded());
  }

  /** All that a label is called, as lists compare it. */
  static Stream<String> names(Label label) {
    return Stream.of(label.id(), label.scientificName(), label.en(), label.zh())
        .filter(name -> !name.isBlank())
        .map(Names::key);
  }

  private static Set<String> keys(Set<String> names) {
    return names.stream().map(Names::key).collect(Collectors.toUnmodifiableSet());
  }
}
