package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * What it hears with.
 *
 * @param name what this station calls it, where there are several
 * @param hardware {@code linux}, or {@code sim} for virtual hardware; the board's when absent
 * @param device which microphone, in the hardware's words
 * @param rateHz sample frames a second; the device's own when absent
 * @param gainDb gain of its input, set when it is opened; left as it is when absent
 */
public record MicrophoneSettings(
    Optional<String> name,
    Optional<String> hardware,
    String device,
    Optional<Integer> rateHz,
    Optional<Double> gainDb) {
  private static final double MOST_GAIN = 100;
  private static final String SENSOR = "microphone";
  private static final String PATH = "sound";
  private static final String MODELS = "models";
  private static final String HEALTH = "microphone-health";

  public MicrophoneSettings {
    if (name.isPresent() && !name.get().matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException(
          "name must be 1 to 32 lower-case letters, digits and dashes, was \"" + name.get() + "\"");
    }
    if (rateHz.isPresent() && (rateHz.get() < 8_000 || rateHz.get() > 384_000)) {
      throw new IllegalArgumentException(
          "rate-hz must be between 8000 and 384000, was " + rateHz.get());
    }
    if (!(Math.abs(gainDb.orElse(0.0)) <= MOST_GAIN)) {
      throw new IllegalArgumentException("gain-db must be between -100 and 100");
    }
  }

  /** The only microphone, of that hardware. */
  public MicrophoneSettings(String hardware, String device, Optional<Integer> rateHz) {
    this(Optional.empty(), Optional.of(hardware), device, rateHz, Optional.empty());
  }

  /** What it is called in the effort ledger and in readings. */
  public String sensor() {
    return name.orElse(SENSOR);
  }

  /** What its path is called where faults are noted. */
  public String path() {
    return called(PATH);
  }

  /** What the path of its models is called. */
  public String modelsPath() {
    return called(MODELS);
  }

  /** What its plug and cable are called where faults are noted. */
  public String healthPath() {
    return called(HEALTH);
  }

  private String called(String path) {
    return name.map(it -> path + ":" + it).orElse(path);
  }
}
