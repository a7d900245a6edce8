package org.fieldstation.station.deliver;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldstation.station.identify.WatchLists;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
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
    return item -> item instanceof Entry entry ? coarse(entry, hidden) : item;
  }

  private static Item coarse(Entry entry, Set<String> hidden) {
    return switch (entry.kind()) {
      case DETECTION, REJECTION ->
          Bodies.names(entry.body()).stream().anyMatch(name -> hidden(name, hidden))
              ? new Entry(
                  entry.seq(), entry.kind(), entry.stamp(), Bodies.withoutName(entry.body()))
              : entry;
      // What a model made of a window tells who was in it, whatever the label says.
      case EMBEDDING -> new Tombstone(entry.seq(), entry.seq(), "withheld");
      default -> entry;
    };
  }

  /** Models call a species by its name, or by its name and another behind an underscore. */
  private static boolean hidden(String name, Set<String> hidden) {
    var key = name.toLowerCase(Locale.ROOT);
    int underscore = key.indexOf('_');
    return hidden.contains(key)
        || (underscore > 0 && hidden.contains(key.substring(0, underscore)));
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
