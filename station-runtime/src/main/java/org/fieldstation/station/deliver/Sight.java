package org.fieldstation.station.deliver;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldstation.station.identify.WatchLists;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.wire.Bodies;

/** What a server may see of a record: the record, or less. Its number is the same either way. */
@FunctionalInterface
public interface Sight {
  Sight ALL = item -> item;

  /** The item as the server may see it. */
  Item of(Item item);

  /** Without the names of these species: for a server that need not know where they live. */
  static Sight without(Set<String> scientificNames) {
    var hidden =
        scientificNames.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return item ->
        item instanceof Entry(long seq, Kind kind, var stamp, byte[] body)
                && kind == Kind.DETECTION
                && hidden.contains(Bodies.scientificName(body).toLowerCase(Locale.ROOT))
            ? new Entry(seq, kind, stamp, Bodies.withoutName(body))
            : item;
  }

  /** Without the names of what the state protects. */
  static Sight coarse() {
    return without(
        WatchLists.bundled().lists().stream()
            .filter(list -> list.id().startsWith("protected"))
            .flatMap(list -> list.entries().stream())
            .flatMap(
                entry -> Stream.concat(Stream.of(entry.scientificName()), entry.also().stream()))
            .collect(Collectors.toSet()));
  }
}
