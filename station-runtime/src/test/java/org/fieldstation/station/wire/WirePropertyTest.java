package org.fieldstation.station.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Parcel;
import org.junit.jupiter.api.Test;

class WirePropertyTest {
  private static final int ROUNDS = 1_000;

  private final long seed = new Random().nextLong();

  @Test
  void everyParcelComesOutAsItWentInByteForByte() {
    var parcels = new RandomParcels(seed);
    for (int i = 0; i < ROUNDS; i++) {
      var parcel = parcels.next();
      assertThat(everything(Wire.decode(Wire.encode(parcel))))
          .as("seed %d, round %d", seed, i)
          .isEqualTo(everything(parcel));
    }
  }

  /** As text, bodies too: comparing by reflection takes many times as long. */
  private static String everything(Parcel parcel) {
    var text = new StringBuilder(parcel.station() + parcel.epoch() + parcel.lane());
    for (var item : parcel.items()) {
      text.append('\n');
      if (item instanceof Entry(var seq, var kind, var stamp, var body)) {
        text.append(seq).append(kind).append(stamp).append(HexFormat.of().formatHex(body));
      } else {
        text.append(item);
      }
    }
    return text.toString();
  }

  @Test
  void damagedTablesAreRefusedOrReadButNeverAnythingElse() {
    var random = new Random(seed);
    var parcels = new RandomParcels(seed);
    for (int i = 0; i < 5_000; i++) {
      var envelope = CBORObject.DecodeFromBytes(Wire.encode(parcels.next()));
      var packed = envelope.get(6).GetByteString();
      int unpacked = envelope.get(5).AsInt32Value();
      // Below the packing, where a flipped bit still reaches the columns.
      var table = unpacked == 0 ? packed : Packing.unpack(packed, unpacked);
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        table[random.nextInt(table.length)] ^= (byte) (1 << random.nextInt(8));
      }
      envelope.Set(5, 0).Set(6, table);
      decodes(envelope.EncodeToBytes(), i);
    }
  }

  private void decodes(byte[] bytes, int round) {
    try {
      var parcel = Wire.decode(bytes);
      assertThat(parcel.items()).isNotEmpty();
    } catch (WireException expected) {
      assertThat(expected).hasMessageContaining(" ");
    } catch (RuntimeException | Error e) {
      throw new AssertionError("seed " + seed + ", round " + round, e);
    }
  }

  @Test
  void aBombIsNotUnpacked() {
    var bomb = Packing.pack(new byte[20 << 20]);
    assertThat(bomb.length).isLessThan(40_000);

    for (long claim : new long[] {1, Packing.MOST_PLAIN, 100 << 20, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> Wire.decode(envelope(claim, bomb)))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("unpack");
    }
  }

  @Test
  void aShortTableThatUnfoldsIntoTooManyItemsIsRefused() {
    var zeros = new byte[Wire.MOST_ITEMS + 1];
    var table = CBORObject.NewArray().Add(filled(zeros.length));
    for (int column = 1; column < 7; column++) {
      table.Add(zeros);
    }
    var shape = CBORObject.NewArray().Add(new byte[0]).Add("owl".repeat(40)).Add("").Add(0).Add(0);
    table.Add(CBORObject.NewArray().Add(shape)).Add(CBORObject.NewArray());
    var plain = table.EncodeToBytes();
    var small = envelope(plain.length, Packing.pack(plain));

    assertThat(small.length).isLessThan(1_000);
    assertThatThrownBy(() -> Wire.decode(small)).hasMessageContaining("too many items");
  }

  private static byte[] filled(int length) {
    var column = new byte[length];
    Arrays.fill(column, (byte) Table.SHAPES);
    return column;
  }

  @Test
  void aDayOfTwoThousandDetectionsTakesLessThanSevenBytesForEach() {
    var parcel = Detections.day(2_000, seed);
    var bytes = Wire.encode(parcel);

    assertThat(bytes.length / 2_000.0).as("seed %d", seed).isBetween(4.0, 7.0);
    assertThat(everything(Wire.decode(bytes))).isEqualTo(everything(parcel));
  }

  @Test
  void oneDetectionAloneIsSmallToo() {
    assertThat(Wire.encode(Detections.day(1, seed)).length).isLessThan(140);
  }

  private static byte[] envelope(long unpacked, byte[] table) {
    return CBORObject.NewArray()
        .Add(2)
        .Add("s")
        .Add("e")
        .Add(1)
        .Add(1)
        .Add(unpacked)
        .Add(table)
        .EncodeToBytes();
  }
}
