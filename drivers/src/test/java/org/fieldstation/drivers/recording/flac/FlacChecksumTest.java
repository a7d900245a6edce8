package org.fieldstation.drivers.recording.flac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.fieldstation.drivers.recording.SharedAudio;
import org.fieldstation.drivers.recording.format.AudioFile;
import org.junit.jupiter.api.Test;

/** FLAC is lossless, and says by MD5 what every sample was before it was encoded. */
final class FlacChecksumTest {

  @Test
  void everySampleOfASoundscapeIsWhatWasRecorded() throws Exception {
    var path = SharedAudio.file("birdnet/soundscape.flac");
    assertThat(md5(path)).isEqualTo(promised(path));
  }

  /** RFC 9639, 8.2: the last 16 bytes of the stream description. */
  private static byte[] promised(Path path) throws IOException {
    return Arrays.copyOfRange(Files.readAllBytes(path), 26, 42);
  }

  private static byte[] md5(Path path) throws NoSuchAlgorithmException {
    var md5 = MessageDigest.getInstance("MD5");
    try (var file = AudioFile.open(path)) {
      var info = StreamInfo.read(file);
      var frames = new Frames(file, info);
      int width = (info.bits() + 7) / 8;
      for (int size = frames.next(); size > 0; size = frames.next()) {
        for (int i = 0; i < size; i++) {
          for (var channel : frames.samples()) {
            for (int b = 0; b < width; b++) {
              md5.update((byte) (channel[i] >> (8 * b)));
            }
          }
        }
      }
      assertThat(frames.cut()).isFalse();
    }
    return md5.digest();
  }
}
