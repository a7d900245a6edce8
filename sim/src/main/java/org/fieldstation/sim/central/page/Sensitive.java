package org.fieldstation.sim.central.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldstation.station.identify.WatchLists;
import org.fieldstation.station.wire.Bodies.Named;

/** Which names are told to few. */
record Sensitive(Set<String> names) {
  private static final Pattern PERSON =
      Pattern.compile("(?i)(human|person|people|voice|speech|baby|laugh|cough|sneez|footstep).*");

  /** The national list of protected wildlife that comes with the station. */
  static Sensitive protectedSpecies() {
    return new Sensitive(
        WatchLists.bundled().lists().stream()
            .filter(list -> list.id().startsWith("protected"))
            .flatMap(list -> list.entries().stream())
            .flatMap(
                entry -> Stream.concat(Stream.of(entry.scientificName()), entry.also().stream()))
            .filter(name -> !name.isBlank())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean isProtected(Named named) {
    return Stream.of(named.scientificName(), species(named.scientificName()), named.label())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(names::contains);
  }

  boolean isPerson(Named named) {
    return named.scientificName().startsWith("Homo sapiens")
        || Stream.of(named.label().split("[ _-]", -1)).anyMatch(PERSON.asMatchPredicate());
  }

  /** A subspecies is protected with its species. */
  private static String species(String name) {
    var words = name.split(" ", -1);
    return words.length > 2 ? words[0] + " " + words[1] : name;
  }
}
