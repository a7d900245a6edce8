package org.fieldstation.drivers.alsa;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;

/** Sets the gain of a card's input among all the controls of its mixer. */
record CaptureGain(String card, List<MixerControl> controls) {

  /** What USB microphones and sound cards call it, the likeliest first. */
  private static final List<String> USUAL = List.of("Mic", "Capture", "Front Mic", "Line");

  /** A gain that follows the sound makes every level of it meaningless. */
  private static final String AUTOMATIC = "auto gain control";

  /**
   * Sets it, and switches an automatic gain off.
   *
   * @return the gain that the card took: the nearest of its steps
   */
  double set(double decibels) {
    var control =
        controls.stream()
            .filter(it -> it.gains().isPresent())
            .min(Comparator.comparingInt(CaptureGain::rank))
            .orElseThrow(() ->
                new DeviceException(
                    Code.UNSUPPORTED,
                    card + " has no gain that can be set in decibels; leave gain-db out"));
    var range = control.gains().orElseThrow();
    if (!range.holds(decibels)) {
      throw new DeviceException(
          Code.UNSUPPORTED,
          String.format(
              Locale.ROOT,
              "%s: its \"%s\" cannot be set to %.1f dB; from %.1f to %.1f dB are possible",
              card,
              control.name(),
              decibels,
              range.least(),
              range.most()));
    }
    controls.stream()
        .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(AUTOMATIC))
        .forEach(MixerControl::off);
    return control.gain(decibels);
  }

  private static int rank(MixerControl control) {
    int at = USUAL.indexOf(control.name());
    return at < 0 ? USUAL.size() : at;
  }
}
