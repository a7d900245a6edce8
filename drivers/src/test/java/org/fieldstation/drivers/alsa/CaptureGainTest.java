package org.fieldstation.drivers.alsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.DeviceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CaptureGainTest {
  private final Knob speaker = new Knob("Speaker", null);
  private final Knob line = new Knob("Line", new MixerControl.Range(-34.5, 12));
  private final Knob mic = new Knob("Mic", new MixerControl.Range(0, 23.25));
  private final Knob automatic = new Knob("Auto Gain Control", null);

  @Test
  void theMicrophonesOwnControlIsSetAndAnAutomaticGainIsSwitchedOff() {
    double taken = new CaptureGain("usb", List.of(speaker, line, automatic, mic)).set(20.1);

    assertThat(taken).isEqualTo(20);
    assertThat(mic.gain).isEqualTo(20.1);
    assertThat(line.gain).isNaN();
    assertThat(automatic.off).isTrue();
    assertThat(speaker.off).isFalse();
  }

  @Test
  void whatTheCardCannotDoIsSaidWithWhatItCan() {
    assertThatThrownBy(() -> new CaptureGain("usb", List.of(mic)).set(30))
        .isInstanceOf(DeviceException.class)
        .hasMessage("usb: its \"Mic\" cannot be set to 30.0 dB; from 0.0 to 23.3 dB are possible");
    assertThatThrownBy(() -> new CaptureGain("usb", List.of(speaker, automatic)).set(10))
        .hasMessageContaining("has no gain that can be set in decibels");
    assertThat(automatic.off).isFalse();
  }

  @Test
  void aCardWithoutAMixerHasNoGain() {
    Libasound alsa;
    try {
      alsa = Libasound.load();
    } catch (DeviceException absent) {
      alsa = Assumptions.abort(absent.getMessage());
    }
    var library = alsa;
    assertThatThrownBy(() -> AlsaMixer.open(library, "hw:CARD=Nobody", "alsa:card=Nobody"))
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.code()).isEqualTo(DeviceException.Code.UNSUPPORTED))
        .hasMessageContaining("alsa:card=Nobody has no mixer that can be used");
  }

  private static final class Knob implements MixerControl {
    private final String name;
    private final Optional<Range> gains;
    private double gain = Double.NaN;
    private boolean off;

    Knob(String name, @Nullable Range gains) {
      this.name = name;
      this.gains = Optional.ofNullable(gains);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<Range> gains() {
      return gains;
    }

    @Override
    public double gain(double decibels) {
      gain = decibels;
      return Math.rint(decibels);
    }

    @Override
    public void off() {
      off = true;
    }
  }
}
