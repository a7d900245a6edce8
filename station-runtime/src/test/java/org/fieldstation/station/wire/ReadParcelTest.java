package org.fieldstation.station.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader in scripts/tools, which shares no line with ours. */
class ReadParcelTest {
  private static final Path READER = Path.of("../scripts/tools/read_parcel.py");

  @TempDir Path dir;

  @Test
  void readsEveryVectorAndEveryKindOfParcelAsWeDo() throws Exception {
    long seed = new Random().nextLong();
    var random = new RandomParcels(seed);
    var parcels = new ArrayList<>(Vectors.all().values());
    for (int i = 0; i < 200; i++) {
      parcels.add(random.next());
    }
    var command = new ArrayList<String>(List.of("--hex"));
    var expected = new StringBuilder();
    for (int i = 0; i < parcels.size(); i++) {
      var file = dir.resolve(i + ".parcel");
      Files.write(file, Wire.encode(parcels.get(i)));
      command.add(file.toString());
      parcels.get(i).items().forEach(item -> expected.append(line(item)));
    }

    assertThat(read(command)).as("seed %d", seed).isEqualTo(expected.toString());
  }

  @Test
  void saysInOneLineWhatIsNoParcel() throws Exception {
    var file = dir.resolve("broken.hex");
    Files.writeString(file, "8702");

    assertThat(read(List.of(file.toString())))
        .endsWith("not a parcel: a list longer than the data\n");
  }

  private static String line(Item item) {
    return switch (item) {
      case Tombstone(var first, var last, var reason) ->
          "{\"first\": %d, \"last\": %d, \"reason\": \"%s\"}\n".formatted(first, last, reason);
      case Entry(var seq, var kind, var stamp, var body) ->
          String.format(
              Locale.ROOT,
              "{\"seq\": %d, \"kind\": %d, \"boot\": %d, \"uptime_ms\": %d, \"utc_ms\": %d, "
                  + "\"source\": %d, \"uncertainty_ms\": %d, \"body\": \"%s\"}\n",
              seq,
              kind.code(),
              stamp.boot(),
              stamp.uptimeMillis(),
              stamp.utcMillis(),
              stamp.source().code(),
              stamp.uncertaintyMillis(),
              HexFormat.of().formatHex(body));
    };
  }

  /** What the reader prints, without the parcel's head that stands in every line. */
  private static String read(List<String> arguments) throws Exception {
    var command = new ArrayList<>(List.of("python3", READER.toString()));
    command.addAll(arguments);
    Process python;
    try {
      python = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "no python3 here: " + e.getMessage());
      throw e;
    }
    var printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    python.waitFor();
    return printed.replaceAll("\\{\"station\".*?\"lane\": \\d, ", "{");
  }
}
