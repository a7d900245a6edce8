package org.fieldstation.drivers.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as a failing card gives them back. Whatever is in them, the answer is sound or one
 * DeviceException, soon and in little memory. -Dfieldstation.seed=N repeats a run.
 */
@Timeout(120)
final class RandomHeadersTest {
  private static final int ROUNDS = 1_000;
  private static final long MOST_MEMORY = 64 << 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  @Test
  void noFileDoesMoreHarmThanADeviceException() throws IOException {
    long first = Long.getLong("fieldstation.seed", System.identityHashCode(this));
    int rounds = Integer.getInteger("fieldstation.rounds", ROUNDS);
    var originals = originals();
    for (long seed = first; seed < first + rounds; seed++) {
      var random = new Random(seed);
      var bytes = damaged(originals.get(random.nextInt(originals.size())), random);
      var file = Files.write(folder.resolve("x"), bytes);
      long before = threads.getCurrentThreadAllocatedBytes();
      hear(file, seed);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("memory for -Dfieldstation.seed=" + seed)
          .isLessThan(MOST_MEMORY);
    }
  }

  private static void hear(Path file, long seed) {
    var block = new float[4_800];
    try (var recording = Recording.open(file, Channel.MIX)) {
      long heard = 0;
      for (int n = recording.read(block); n >= 0; n = recording.read(block)) {
        heard += n;
        assertThat(n).as("progress for -Dfieldstation.seed=" + seed).isPositive();
        assertThat(heard).as("an end for -Dfieldstation.seed=" + seed).isLessThan(50_000_000);
      }
    } catch (DeviceException expected) {
      assertThat(expected.getMessage()).doesNotContain("\n");
    } catch (RuntimeException | Error e) {
      throw new AssertionError("-Dfieldstation.seed=" + seed, e);
    }
  }

  /** Whole files: those we can make, and the beginning of those that lie here. */
  private static List<byte[]> originals() throws IOException {
    var all = new ArrayList<byte[]>();
    all.add(Wav.s16(2, 48_000, new short[600]).toBytes());
    all.add(Wav.riff().extensible(3, 1, 96_000, 32, 32).chunk("data", new byte[800]).toBytes());
    all.add(Wav.rf64(400).format(1, 1, 8_000, 24).data(-1, new byte[400]).toBytes());
    for (var name : List.of("birdnet/soundscape.flac", "esc10/1-100032-A_dog.ogg")) {
      var path = Path.of(System.getProperty("fieldstation.shared", ""), "data/audio", name);
      if (Files.exists(path)) {
        try (var in = Files.newInputStream(path)) {
          all.add(in.readNBytes(40_000));
        }
      }
    }
    return all;
  }

  /** Some bytes changed, mostly in the header, and sometimes an end that is missing. */
  private static byte[] damaged(byte[] original, Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(original.length) : original.length;
    var bytes = Arrays.copyOf(original, length);
    for (int i = random.nextInt(8); i > 0 && length > 0; i--) {
      int reach = random.nextBoolean() ? Math.min(length, 64) : length;
      int value = random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 255 : 0;
      bytes[random.nextInt(reach)] = (byte) value;
    }
    return bytes;
  }
}
