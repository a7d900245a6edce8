package org.fieldstation.station.identify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fieldstation.models.Label;

/** Several watch lists, looked into by what a model calls a sound. */
public final class WatchLists {
  public static final WatchLists NONE = new WatchLists(List.of());

  private static final String FOLDER = "/org/fieldstation/station/identify/watch/";
  private static final List<String> BUNDLED = List.of("protected-2021", "invasive-2022", "threats");

  private final List<WatchList> lists;
  private final Map<String, Verdict.Watched> byName = new HashMap<>();

  public WatchLists(List<WatchList> lists) {
    this.lists = List.copyOf(lists);
    for (var list : lists) {
      for (var entry : list.entries()) {
        entry
            .keys()
            .filter(key -> !key.isEmpty())
            .forEach(key -> byName.putIfAbsent(key, new Verdict.Watched(list.id(), entry.grade())));
      }
    }
  }

  /** The lists that come with the station. */
  public static WatchLists bundled() {
    return new WatchLists(BUNDLED.stream().map(WatchLists::read).toList());
  }

  /**
   * Some of them: bundled ones by their id, others as files.
   *
   * @param files makes a path from here of a path that somebody wrote
   * @throws IllegalArgumentException naming the list that is not understood
   */
  public static WatchLists read(List<String> names, UnaryOperator<Path> files) {
    return new WatchLists(
        names.stream()
            .map(name ->
                BUNDLED.contains(name) ? read(name) : WatchList.read(files.apply(Path.of(name))))
            .toList());
  }

  public List<WatchList> lists() {
    return lists;
  }

  /** Which list has this label; the first that does. */
  Optional<Verdict.Watched> verdict(Label label) {
    return names(label).filter(byName::containsKey).findFirst().map(byName::get);
  }

  /**
   * A domestic dog is Canis lupus too: the whole name is looked for first. Last comes the genus,
   * for lists that protect all its species, known and not yet known.
   */
  static Stream<String> names(Label label) {
    return label.scientificName().isBlank()
        ? Stream.of(label.id(), label.en()).map(Names::key)
        : Stream.<Function<String, String>>of(Names::key, Names::species, Names::genus)
            .map(kind -> kind.apply(label.scientificName()));
  }

  private static WatchList read(String id) {
    try (var in = WatchLists.class.getResourceAsStream(FOLDER + id + ".tsv")) {
      if (in == null) {
        throw new IllegalStateException("the watch list " + id + " is not in this build");
      }
      return WatchList.parse(id, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
