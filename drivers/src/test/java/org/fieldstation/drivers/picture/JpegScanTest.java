package org.fieldstation.drivers.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JpegScanTest {
  private static final byte[] JPEG = Photos.withExif(Photos.jpeg(40, 30), 6, "2026:11:27 05:06:07");

  @Test
  void aFileCutAnywhereIsSaidToBeCut() {
    for (int length = 3; length < JPEG.length; length++) {
      var cut = Arrays.copyOf(JPEG, length);
      assertThatThrownBy(() -> JpegScan.of(cut))
          .as("the first %d of %d bytes", length, JPEG.length)
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aWholeFileSaysWhatItIsAndIsNotMistakenForItsThumbnail() throws IOException {
    var found = JpegScan.of(JPEG);
    assertThat(found.bytes()).isEqualTo(JPEG);
    assertThat(found.width()).isEqualTo(40);
    assertThat(found.height()).isEqualTo(30);
    assertThat(found.exif().orientation()).isEqualTo(Orientation.of(6));
    assertThat(found.exif().taken()).hasToString("Optional[2026-11-27T05:06:07]");
  }

  @Test
  void filesInAStreamAreFoundBetweenRubbish() throws IOException {
    var stream = new ByteArrayOutputStream();
    stream.writeBytes(new byte[] {1, 2, (byte) 0xff, 3});
    stream.writeBytes(JPEG);
    stream.writeBytes(new byte[] {0, 0});
    stream.writeBytes(Arrays.copyOf(JPEG, JPEG.length - 40));
    stream.writeBytes(JPEG);
    var scan = new JpegScan(new ByteArrayInputStream(stream.toByteArray()));
    assertThat(scan.next().orElseThrow().bytes()).isEqualTo(JPEG);
    assertThatThrownBy(scan::next).hasMessageContaining("the next picture begins within it");
    assertThat(scan.next().orElseThrow().bytes()).isEqualTo(JPEG);
    assertThat(scan.next()).isEmpty();
  }

  @Test
  void anyDamageIsAnIoExceptionOrAPictureAndNothingElse() {
    long seed = 20261127;
    var random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      var damaged = JPEG.clone();
      for (int n = random.nextInt(1, 9); n > 0; n--) {
        damaged[random.nextInt(2, damaged.length)] = (byte) random.nextInt();
      }
      try {
        JpegScan.of(damaged);
      } catch (IOException refused) {
        assertThat(refused).as("seed %d, round %d", seed, i).hasMessageMatching("[^\n]+");
      }
    }
  }
}
