package org.fieldstation.station.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Stamp;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final Stamp STAMP = new Stamp(3, 61_000, 1_780_000_000_000L, TimeSource.GNSS, 1);
  private static final Parcel PARCEL =
      new Parcel(
          "ailaoshan-007",
          "00ff00ff00ff00ff",
          Lane.DATA,
          List.of(
              new Tombstone(4, 9, "retention"),
              new Entry(10, Kind.DETECTION, STAMP, new byte[] {1, 2, 3}),
              new Entry(11, Kind.EFFORT, STAMP, new byte[0])));

  @Test
  void aParcelComesOutAsItWentIn() {
    var again = Wire.decode(Wire.encode(PARCEL));

    assertThat(again).usingRecursiveComparison().isEqualTo(PARCEL);
  }

  @Test
  void aParcelWithAGapIsRefused() {
    var gap =
        new Parcel(
            "s", "e", Lane.DATA, List.of(new Tombstone(1, 2, "r"), new Tombstone(4, 5, "r")));

    assertThatThrownBy(() -> Wire.decode(Wire.encode(gap)))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("gap at 3");
  }

  @Test
  void anEmptyParcelIsRefused() {
    var empty = new Parcel("s", "e", Lane.DATA, List.of());

    assertThatThrownBy(() -> Wire.decode(Wire.encode(empty))).isInstanceOf(WireException.class);
  }

  @Test
  void damagedBytesAreRefusedAndNothingElseHappens() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var whole = Wire.encode(PARCEL);
    for (int i = 0; i < 20_000; i++) {
      var bytes = i % 2 == 0 ? flipped(whole, random) : drawn(random);
      try {
        Wire.decode(bytes);
      } catch (WireException expected) {
        assertThat(expected).as("seed %d", seed).hasMessageContaining(" ");
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", round " + i, e);
      }
    }
  }

  private static byte[] flipped(byte[] whole, Random random) {
    var bytes = whole.clone();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] drawn(Random random) {
    var bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }
}
