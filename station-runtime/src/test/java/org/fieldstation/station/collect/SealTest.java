package org.fieldstation.station.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final byte[] KEY =
      "sixteen bytes at".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final SplittableRandom random = new SplittableRandom(3);
  private final Seal seal = Seal.of(KEY, "records ailaoshan-007");

  @Test
  void whatIsSealedComesOutByteForByte() {
    for (int length : new int[] {0, 1, 15, 16, 17, 5_000}) {
      var plain = new byte[length];
      random.nextBytes(plain);
      var sealed = seal.close("a", plain, random);
      assertThat(sealed).hasSize(12 + length + 16);
      assertThat(seal.open("a", sealed)).isEqualTo(plain);
    }
  }

  @Test
  void eachAlteredBitAndEachMissingByteIsRefused() {
    var sealed = seal.close("a", new byte[] {1, 2, 3, 4}, random);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      var altered = sealed.clone();
      altered[bit / 8] ^= (byte) (1 << bit % 8);
      refused(seal, "a", altered);
    }
    for (int length = 0; length < sealed.length; length++) {
      refused(seal, "a", Arrays.copyOf(sealed, length));
    }
  }

  @Test
  void anotherNameAnotherStationAndAnotherKeyAreRefused() {
    var sealed = seal.close("a", new byte[] {1}, random);
    refused(seal, "b", sealed);
    refused(Seal.of(KEY, "records ailaoshan-008"), "a", sealed);
    refused(Seal.of(KEY, "receipts ailaoshan-007"), "a", sealed);
    refused(Seal.of(new byte[16], "records ailaoshan-007"), "a", sealed);
  }

  private static void refused(Seal seal, String name, byte[] sealed) {
    assertThatThrownBy(() -> seal.open(name, sealed))
        .isInstanceOfSatisfying(
            CollectException.class, e -> assertThat(e.word()).isEqualTo("collect-not-ours"));
  }
}
