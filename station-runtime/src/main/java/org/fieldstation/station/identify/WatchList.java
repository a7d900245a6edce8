package org.fieldstation.station.identify;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names somebody must be told of wherever and whenever they are heard.
 *
 * @param id the file's name
 * @param source where the names come from
 * @param date of the source
 * @param missing what of the source is not here, and what is not certain; empty for nothing
 */
public record WatchList(
    String id, String title, String source, String date, String missing, List<Entry> entries) {
  public WatchList {
    entries = List.copyOf(entries);
  }

  /**
   * One name.
   *
   * @param grade the list's own, for instance {@code I}, {@code II}, {@code plant}
   * @param also other names: synonyms, other spellings, what models call it
   */
  public record Entry(
      String scientificName, String zh, String en, String grade, List<String> also) {
    public Entry {
      also = List.copyOf(also);
    }

    /** Every name by which a label may be recognised. */
    Stream<String> keys() {
      return Stream.concat(Stream.of(Names.species(scientificName)), also.stream().map(Names::key));
    }
  }

  private static final String[] COLUMNS = {"scientific_name", "zh", "en", "grade", "also"};

  /** A list of somebody's own; its id is the file's name. */
  static WatchList read(Path file) {
    var name = String.valueOf(file.getFileName());
    return of(name.replaceFirst("\\.tsv$", ""), ListFile.read(file, COLUMNS));
  }

  static WatchList parse(String id, String text) {
    return of(id, ListFile.parse(id, text.lines().toList(), COLUMNS));
  }

  private static WatchList of(String id, ListFile file) {
    return new WatchList(
        id,
        file.about("title"),
        file.about("source"),
        file.about("date"),
        file.about("missing"),
        file.rows().stream().map(row -> entry(id, row)).toList());
  }

  private static Entry entry(String id, List<String> row) {
    if (row.get(0).isEmpty() && row.get(4).isEmpty()) {
      throw new IllegalArgumentException(id + ": an entry that nothing can match: " + row);
    }
    var also = row.get(4).isEmpty() ? List.<String>of() : List.of(row.get(4).split("\\s*;\\s*"));
    return new Entry(row.get(0), row.get(1), row.get(2), row.get(3), also);
  }
}
