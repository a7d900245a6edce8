package org.fieldstation.drivers.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.Test;

/** Recordings from the field, and the edge cases that other projects collected. */
final class RealRecordingsTest {

  @Test
  void aSoundscapeInFlacIsHeardToItsLastSample() {
    try (var it = Recording.open(SharedAudio.file("birdnet/soundscape.flac"), Channel.MIX)) {
      assertThat(it.rate()).isEqualTo(48_000);
      assertThat(it.frames()).hasValue(5_760_000);
      assertThat(heard(it)).isEqualTo(5_760_000);
      assertThat(it.cut()).isFalse();
    }
  }

  @Test
  void aDogInOggVorbisIsHeardForFiveSeconds() {
    try (var it = Recording.open(SharedAudio.file("esc10/1-100032-A_dog.ogg"), Channel.MIX)) {
      assertThat(it.rate()).isEqualTo(44_100);
      assertThat(heard(it)).isEqualTo(220_544); // as oggdec says;
      assertThat(it.cut()).isFalse();
    }
  }

  @Test
  void anAudioMothFileKeepsItsOwnRate() {
    try (var it = Recording.open(SharedAudio.file("opensoundscape/metadata.wav"), Channel.MIX)) {
      assertThat(it.rate()).isEqualTo(32_000);
      assertThat(heard(it)).isEqualTo(it.frames().orElseThrow());
      assertThat(it.cut()).isFalse();
    }
  }

  /** Two channels of 16 bits in frames of 2 bytes: one of the numbers lies, and none says which. */
  @Test
  void aHeaderThatContradictsItselfIsDamaged() {
    var file = SharedAudio.file("opensoundscape/empty_2c.wav");
    assertThatThrownBy(() -> Recording.open(file, Channel.MIX))
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.code()).isEqualTo(DeviceException.Code.DAMAGED))
        .hasMessageContaining("2 channels of 16 bits make frames of 2 bytes");
  }

  /**
   * 98 bytes, and yet all there: five frames of silence on the left and full scale on the right.
   */
  @Test
  void theSmallestStereoFileIsHeardWhole() {
    var file = SharedAudio.file("opensoundscape/stereo.wav");
    try (var it = Recording.open(file, Channel.only(1))) {
      assertThat(WavTest.hear(it)).containsExactly(1f, 1f, 1f, 1f, 1f);
    }
    try (var it = Recording.open(file, Channel.MIX)) {
      assertThat(WavTest.hear(it)).containsOnly(0.5f);
      assertThat(it.cut()).isFalse();
    }
  }

  static long heard(Recording recording) {
    var block = new float[4_800];
    long heard = 0;
    for (int n = recording.read(block); n >= 0; n = recording.read(block)) {
      heard += n;
    }
    return heard;
  }
}
