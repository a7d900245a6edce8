package org.fieldstation.drivers.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not recordings, or no longer whole ones: each is told in one line. */
final class BadFilesTest {
  private static final byte[] SOUND = new byte[8];

  @TempDir private Path folder;

  private void refused(byte[] bytes, Code code, String message) throws IOException {
    var file = Files.write(folder.resolve("x.wav"), bytes);
    assertThatThrownBy(() -> hearAll(file))
        .isInstanceOfSatisfying(DeviceException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  private static long hearAll(Path file) {
    try (var recording = Recording.open(file, Channel.MIX)) {
      return RealRecordingsTest.heard(recording);
    }
  }

  @Test
  void aFileOfNoBytesIsEmpty() throws IOException {
    refused(new byte[0], Code.DAMAGED, "is empty");
    refused(new byte[3], Code.DAMAGED, "only 3 bytes");
  }

  @Test
  void aHeaderWithoutASoundChunkHasNoSound() throws IOException {
    refused(Wav.riff().toBytes(), Code.DAMAGED, "no sound chunk");
    refused(Wav.riff().format(1, 1, 48_000, 16).toBytes(), Code.DAMAGED, "no sound chunk");
    refused(Wav.riff().chunk("data", SOUND).toBytes(), Code.DAMAGED, "not say in which format");
  }

  @Test
  void aRateThatNoRecorderHasIsNotBelieved() throws IOException {
    for (int rate : new int[] {0, -1, 2_000_000}) {
      refused(
          Wav.riff().format(1, 1, rate, 16).chunk("data", SOUND).toBytes(),
          Code.DAMAGED,
          "says it was recorded at " + Integer.toUnsignedString(rate) + " Hz");
    }
  }

  @Test
  void aHeaderThatMakesNoSenseIsNotBelieved() throws IOException {
    refused(header(Wav.riff().format(1, 0, 48_000, 16, 2)), Code.DAMAGED, "no channels");
    refused(header(Wav.riff().format(1, 200, 48_000, 16)), Code.DAMAGED, "200 channels");
    refused(header(Wav.riff().format(1, 2, 48_000, 16, 3)), Code.DAMAGED, "frames of 3 bytes");
    refused(header(Wav.riff().format(3, 1, 48_000, 16)), Code.DAMAGED, "floats have 16 bits");
  }

  @Test
  void whatIsCompressedIsNamedAsSuch() throws IOException {
    refused(header(Wav.riff().format(0x55, 1, 48_000, 16)), Code.UNSUPPORTED, "WAV format 85");
  }

  private static byte[] header(Wav wav) {
    return wav.chunk("data", SOUND).toBytes();
  }

  @Test
  void aFileThatIsNotThereAndAFolderAreNotRecordings() {
    assertThatThrownBy(() -> hearAll(folder.resolve("none.wav")))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> hearAll(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void flacAndOggThatWereCutAreHeardAsFarAsTheyGo() throws IOException {
    for (var name : new String[] {"birdnet/soundscape.flac", "esc10/1-17367-A_rain.ogg"}) {
      var bytes = Files.readAllBytes(SharedAudio.file(name));
      var file = Files.write(folder.resolve("x"), Arrays.copyOf(bytes, bytes.length / 2));
      try (var recording = Recording.open(file, Channel.MIX)) {
        assertThat(RealRecordingsTest.heard(recording)).isGreaterThan(80_000);
        assertThat(recording.cut()).isTrue();
      }
    }
  }

  @Test
  void oneWrongBitInFlacIsFoundAndItsPlaceIsNamed() throws IOException {
    var bytes = Files.readAllBytes(SharedAudio.file("birdnet/soundscape.flac"));
    bytes[bytes.length / 2] ^= 4;
    refused(bytes, Code.DAMAGED, "is damaged at frame ");
  }
}
