package org.fieldstation.station.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.fieldstation.station.collect.CollectException.Code;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.JournalReader.LaneState;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;
import org.fieldstation.station.wire.WireException;

/**
 * Records on their way to one server by hand: the same parcels that would go by the link, each in a
 * sealed file, and a sealed list of them that says when one is missing.
 *
 * <pre>
 * STICK/fieldstation/STATION/SERVER/
 *   list                          a line a parcel: its file's name
 *   EPOCH-data-12-480.parcel      docs/parcel.cddl, sealed
 *   receipts                      the server's answer: a line "lane epoch:seq" each, sealed
 * </pre>
 */
public final class CarriedRecords {
  private static final Pattern NAME =
      Pattern.compile("[0-9a-f]{16}-(urgent|data|media)-[0-9]{1,18}-[0-9]{1,18}\\.parcel");
  private static final String LIST = "list";
  private static final int PAGE = 2_000;
  private static final int MOST_FILES = 100_000;

  private final SealedFolder folder;
  private final String station;

  private CarriedRecords(SealedFolder folder, String station) {
    this.folder = folder;
    this.station = station;
  }

  /**
   * The records of a station for a server on a stick.
   *
   * @param accountKey the pre-shared key of the station at that server
   */
  public static CarriedRecords on(Path stick, String station, String server, byte[] accountKey) {
    var path = stick.resolve("fieldstation").resolve(station).resolve(server);
    return new CarriedRecords(
        new SealedFolder(path, Seal.of(accountKey, "records " + station)), station);
  }

  /** What was put on the stick. */
  public record Taken(int parcels, long records, long bytes) {}

  /**
   * Puts everything on the stick that the server has not confirmed, in place of what was there.
   *
   * @param brought receipts of this server that the journal does not have yet
   */
  public Taken take(
      JournalReader journal,
      String server,
      List<Receipt> brought,
      RandomGenerator random,
      Consumer<Parcel> progress) {
    var names = new LinkedHashSet<String>();
    long records = 0;
    long bytes = 0;
    for (var state : journal.lanes()) {
      long seq =
          Math.max(state.confirmed().getOrDefault(server, 0L), upTo(brought, state, journal));
      for (var items = journal.after(state.lane(), seq, PAGE); !items.isEmpty(); ) {
        var parcel = new Parcel(station, journal.epoch(), state.lane(), Wire.prefix(items));
        var encoded = Wire.encode(parcel);
        var name = name(parcel);
        folder.write(name, encoded, random);
        names.add(name);
        records += parcel.items().stream().filter(Item.Entry.class::isInstance).count();
        bytes += encoded.length;
        progress.accept(parcel);
        items = journal.after(state.lane(), parcel.last(), PAGE);
      }
    }
    folder.write(LIST, String.join("\n", names).getBytes(UTF_8), random);
    folder.keepOnly(name -> !NAME.matcher(name).matches() || names.contains(name));
    return new Taken(names.size(), records, bytes);
  }

  private static long upTo(List<Receipt> brought, LaneState state, JournalReader journal) {
    return brought.stream()
        .filter(one -> one.lane() == state.lane() && one.epoch().equals(journal.epoch()))
        .mapToLong(one -> Math.min(one.upTo(), state.last()))
        .max()
        .orElse(0);
  }

  /**
   * What the stick holds for the server, parcel by parcel. Each is checked before it is told.
   *
   * @throws CollectException when a file is missing or not what the station put there
   */
  public void read(Consumer<Parcel> each) {
    var names = folder.readLines(LIST);
    if (names.size() > MOST_FILES) {
      throw new CollectException(Code.NOT_OURS, "a list of " + names.size() + " parcels");
    }
    for (var name : names) {
      each.accept(parcel(name));
    }
  }

  private Parcel parcel(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new CollectException(Code.NOT_OURS, "the list names \"" + name + "\"");
    }
    try {
      var parcel = Wire.decode(folder.read(name));
      if (!parcel.station().equals(station) || !name(parcel).equals(name)) {
        throw new CollectException(Code.NOT_OURS, name + ": holds another parcel");
      }
      return parcel;
    } catch (WireException e) {
      throw new CollectException(Code.NOT_OURS, name + ": " + e.getMessage(), e);
    }
  }

  private static String name(Parcel parcel) {
    var lane = word(parcel.lane());
    return parcel.epoch() + "-" + lane + "-" + parcel.first() + "-" + parcel.last() + ".parcel";
  }

  static String word(Lane lane) {
    return lane.name().toLowerCase(Locale.ROOT);
  }
}
