package org.fieldstation.drivers.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What recorders write into WAV files, and what is left when their battery ran out. */
final class WavTest {
  @TempDir private Path folder;

  private Recording open(Wav wav, Channel channel) {
    return Recording.open(wav.write(folder.resolve("a.wav")), channel);
  }

  private float[] hear(Wav wav, Channel channel) {
    try (var recording = open(wav, channel)) {
      return hear(recording);
    }
  }

  static float[] hear(Recording recording) {
    var all = new float[0];
    var block = new float[3];
    for (int n = recording.read(block); n >= 0; n = recording.read(block)) {
      all = Arrays.copyOf(all, all.length + n);
      System.arraycopy(block, 0, all, all.length - n, n);
    }
    return all;
  }

  @Test
  void sixteenBitsAreFullScaleAtOne() {
    assertThat(hear(Wav.s16(1, 48_000, (short) 0, (short) 16_384, (short) -32_768), Channel.MIX))
        .containsExactly(0f, 0.5f, -1f);
  }

  @Test
  void eightBitsAreUnsigned() {
    var wav = Wav.riff().format(1, 1, 8_000, 8).data(3, (byte) 128, (byte) 192, (byte) 0);
    assertThat(hear(wav, Channel.MIX)).containsExactly(0f, 0.5f, -1f);
  }

  @Test
  void twentyFourBitsKeepTheirSign() {
    var wav = Wav.riff().format(1, 1, 96_000, 24).data(6, bytes(0, 0, 0x40, 0xff, 0xff, 0xff));
    assertThat(hear(wav, Channel.MIX)).containsExactly(0.5f, -1f / 8_388_608);
  }

  @Test
  void thirtyTwoBitsAreFullScaleAtOne() {
    var wav = Wav.riff().format(1, 1, 96_000, 32).data(4, bytes(0, 0, 0, 0xc0));
    assertThat(hear(wav, Channel.MIX)).containsExactly(-0.5f);
  }

  @Test
  void floatsOfBothSizesAreTakenAsTheyAre() {
    var f32 = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.25f).putFloat(2f);
    var f64 = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(-0.125);
    assertThat(hear(Wav.riff().format(3, 1, 48_000, 32).chunk("data", f32.array()), Channel.MIX))
        .containsExactly(0.25f, 2f);
    assertThat(hear(Wav.riff().format(3, 1, 48_000, 64).chunk("data", f64.array()), Channel.MIX))
        .containsExactly(-0.125f);
  }

  @Test
  void aFloatThatIsNotANumberIsDamageAndItsPlaceIsNamed() {
    var data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putFloat(12, Float.NaN);
    var wav = Wav.riff().format(3, 1, 48_000, 32).chunk("data", data.array());
    try (var recording = open(wav, Channel.MIX)) {
      assertThatThrownBy(() -> recording.read(new float[16]))
          .isInstanceOfSatisfying(
              DeviceException.class,
              e -> assertThat(e.code()).isEqualTo(DeviceException.Code.DAMAGED))
          .hasMessageContaining("frame 3");
    }
  }

  @Test
  void theExtensibleHeaderHidesAnOrdinaryFormat() {
    var wav = Wav.riff().extensible(1, 1, 384_000, 32, 24).data(4, bytes(0, 0, 0, 0x40));
    try (var recording = open(wav, Channel.MIX)) {
      assertThat(recording.rate()).isEqualTo(384_000);
      assertThat(hear(recording)).containsExactly(0.5f);
    }
  }

  @Test
  void stereoIsMixedOrOneSideIsChosen() {
    var wav = Wav.s16(2, 44_100, (short) 16_384, (short) 0, (short) -16_384, (short) -16_384);
    assertThat(hear(wav, Channel.MIX)).containsExactly(0.25f, -0.5f);
    assertThat(hear(wav, Channel.only(1))).containsExactly(0f, -0.5f);
  }

  @Test
  void oddChunksBeforeTheSoundArePaddedAndSkipped() {
    var wav =
        Wav.riff()
            .format(1, 1, 48_000, 16)
            .chunk("LIST", bytes(1, 2, 3))
            .chunk("guan", bytes(1))
            .data(2, bytes(0, 0x40));
    assertThat(hear(wav, Channel.MIX)).containsExactly(0.5f);
  }

  @Test
  void aFileLongerThanFourGigabytesSaysSoInRf64() {
    var wav = Wav.rf64(2).format(1, 1, 48_000, 16).data(-1, bytes(0, 0x40, 9, 9));
    assertThat(hear(wav, Channel.MIX)).containsExactly(0.5f);
  }

  @Test
  void aStreamedFileWithoutASizeIsReadToItsEnd() {
    for (int unknown : new int[] {0, -1}) {
      var wav = Wav.riff().format(1, 1, 48_000, 16).data(unknown, bytes(0, 0x40, 0, 0x20));
      try (var recording = open(wav, Channel.MIX)) {
        assertThat(hear(recording)).containsExactly(0.5f, 0.25f);
        assertThat(recording.cut()).isFalse();
      }
    }
  }

  @Test
  void aFileThatWasCutIsReadAsFarAsItGoes() {
    var wav = Wav.riff().format(1, 1, 48_000, 16).data(1_000, bytes(0, 0x40, 7));
    try (var recording = open(wav, Channel.MIX)) {
      assertThat(recording.cut()).isTrue();
      assertThat(recording.frames()).hasValue(1);
      assertThat(hear(recording)).containsExactly(0.5f);
    }
  }

  @Test
  void aFileWithoutAnySoundIsARecordingOfNothing() {
    var wav = Wav.riff().format(1, 2, 48_000, 16).data(0).chunk("LIST", bytes(1, 2));
    try (var recording = open(wav, Channel.MIX)) {
      assertThat(recording.frames()).hasValue(0);
      assertThat(recording.cut()).isFalse();
      assertThat(hear(recording)).isEmpty();
    }
  }

  static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
