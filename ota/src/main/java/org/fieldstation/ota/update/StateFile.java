package org.fieldstation.ota.update;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.json.JsonReader;

/**
 * The state on disk, twice, each with a generation and a checksum. The older copy is the state of
 * one step before, from which everything can be done again, so one damaged copy costs one step;
 * with both gone a trial is not confirmed, and the launcher goes back by itself.
 */
public final class StateFile {
  private record Copy(State state, long generation) {}

  private final Disk disk;
  private final Path even;
  private final Path odd;

  public StateFile(Disk disk, Path folder) {
    this.disk = disk;
    this.even = folder.resolve("state.0");
    this.odd = folder.resolve("state.1");
  }

  public State load() {
    return newest().map(Copy::state).orElse(State.FIRST);
  }

  void save(State state) {
    var generation = newest().map(Copy::generation).orElse(0L) + 1;
    var text = Canonical.bytes(StateText.write(state, generation));
    var sum = (checksum(text, text.length) + "\n").getBytes(UTF_8);
    var all = Arrays.copyOf(sum, sum.length + text.length);
    System.arraycopy(text, 0, all, sum.length, text.length);
    disk.replace(generation % 2 == 0 ? even : odd, all);
  }

  private Optional<Copy> newest() {
    return Stream.of(even, odd)
        .flatMap(file -> read(file).stream())
        .max(Comparator.comparingLong(Copy::generation));
  }

  private Optional<Copy> read(Path file) {
    if (!disk.exists(file)) {
      return Optional.empty();
    }
    var all = new String(disk.read(file), UTF_8);
    var line = all.indexOf('\n');
    var text = all.substring(line + 1).getBytes(UTF_8);
    if (line < 0 || !all.substring(0, line).equals(checksum(text, text.length))) {
      return Optional.empty();
    }
    try {
      var json = JsonReader.read(text).as(Fields.class, "state");
      return Optional.of(new Copy(StateText.read(json), json.whole("generation")));
    } catch (JsonException _) {
      return Optional.empty(); // written by a later release that was rolled back
    }
  }

  private static String checksum(byte[] bytes, int length) {
    var sum = new CRC32();
    sum.update(bytes, 0, length);
    return Long.toHexString(sum.getValue());
  }
}
