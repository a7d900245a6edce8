package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * What it hears with.
 *
 * @param hardware {@code linux}, or {@code sim} for virtual hardware; the board's when absent
 * @param device which microphone, in the hardware's words
 * @param rateHz sample frames a second; the device's own when absent
 */
public record MicrophoneSettings(
    Optional<String> hardware, String device, Optional<Integer> rateHz) {
  public MicrophoneSettings {
    if (rateHz.isPresent() && (rateHz.get() < 8_000 || rateHz.get() > 384_000)) {
      throw new IllegalArgumentException(
          "rate-hz must be between 8000 and 384000, was " + rateHz.get());
    }
  }

  /** A microphone of that hardware. */
  public MicrophoneSettings(String hardware, String device, Optional<Integer> rateHz) {
    this(Optional.of(hardware), device, rateHz);
  }
}
