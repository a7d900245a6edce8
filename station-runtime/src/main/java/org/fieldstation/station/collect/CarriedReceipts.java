package org.fieldstation.station.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fieldstation.station.collect.CollectException.Code;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;

/** A server's receipts on their way back by hand, sealed like the records they answer. */
public final class CarriedReceipts {
  private static final String FILE = "receipts";
  private static final Pattern LINE =
      Pattern.compile("(urgent|data|media) ([0-9a-f]{16}):([0-9]{1,18})");

  private final SealedFolder folder;

  private CarriedReceipts(SealedFolder folder) {
    this.folder = folder;
  }

  /** The receipts of a server for a station on a stick. */
  public static CarriedReceipts on(Path stick, String station, String server, byte[] accountKey) {
    var path = stick.resolve("fieldstation").resolve(station).resolve(server);
    return new CarriedReceipts(new SealedFolder(path, Seal.of(accountKey, "receipts " + station)));
  }

  /** Puts receipts on the stick. */
  public void write(List<Receipt> receipts, RandomGenerator random) {
    folder.write(FILE, text(receipts).getBytes(UTF_8), random);
  }

  /**
   * The receipts on the stick; none when the stick has not been at the server.
   *
   * @throws CollectException NOT_OURS when they are not that server's
   */
  public List<Receipt> read() {
    return folder.has(FILE)
        ? folder.readLines(FILE).stream().map(CarriedReceipts::receipt).toList()
        : List.of();
  }

  static String text(List<Receipt> receipts) {
    return receipts.stream()
        .map(one -> CarriedRecords.word(one.lane()) + " " + one.epoch() + ":" + one.upTo())
        .collect(Collectors.joining("\n"));
  }

  static Receipt receipt(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new CollectException(Code.NOT_OURS, "\"" + line + "\" is no receipt");
    }
    var lane = Lane.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    return new Receipt(parts.group(2), lane, Long.parseLong(parts.group(3)));
  }
}
