package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A station's configuration, as its file says it. Keys are the components' names with dashes; a key
 * that is not here is an error, because a setting without an effect is one that somebody trusts in
 * vain.
 */
public record Settings(
    StationSettings station,
    Optional<MicrophoneSettings> microphone,
    Optional<List<SensorSettings>> sensor,
    Optional<ModelSettings> model,
    Optional<JournalSettings> journal,
    Optional<List<CentralSettings>> central) {

  /**
   * The station itself.
   *
   * @param name the station's name at every server, for instance {@code ailaoshan-007}
   * @param data folder for everything the station writes; relative to the configuration file
   */
  public record StationSettings(String name, Path data) {
    public StationSettings {
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
        throw new IllegalArgumentException(
            "name must be 1 to 64 letters, digits, dots, dashes or underscores, was \""
                + name
                + "\"");
      }
    }
  }

  /**
   * What it hears with.
   *
   * @param hardware {@code linux}, or {@code sim} for virtual hardware
   * @param device which microphone, in the hardware's words
   * @param rateHz sample frames a second; the device's own when absent
   */
  public record MicrophoneSettings(String hardware, String device, Optional<Integer> rateHz) {
    public MicrophoneSettings {
      if (rateHz.isPresent() && (rateHz.get() < 8_000 || rateHz.get() > 384_000)) {
        throw new IllegalArgumentException(
            "rate-hz must be between 8000 and 384000, was " + rateHz.get());
      }
    }
  }

  /**
   * A weather sensor.
   *
   * @param name what this station calls it
   * @param hardware {@code linux}, or {@code sim} for virtual hardware
   * @param chip what it is, for instance {@code bme280}
   * @param at where it is attached, for instance {@code i2c-1/0x76}
   * @param everyS seconds from one reading to the next; 60 when absent
   */
  public record SensorSettings(
      String name, String hardware, String chip, String at, Optional<Integer> everyS) {
    public SensorSettings {
      if (everyS.orElse(1) < 1 || everyS.orElse(1) > 86_400) {
        throw new IllegalArgumentException("every-s must be between 1 and 86400");
      }
    }
  }

  /**
   * What names the sounds.
   *
   * @param pack a model pack or a known model file, relative to the configuration file; the bundled
   *     one when absent
   * @param minimumScore one threshold for all labels, in place of the pack's own
   */
  public record ModelSettings(Optional<Path> pack, Optional<Double> minimumScore) {
    public ModelSettings {
      if (minimumScore.isPresent() && !(minimumScore.get() >= 0 && minimumScore.get() <= 1)) {
        throw new IllegalArgumentException(
            "minimum-score must be between 0 and 1, was " + minimumScore.get());
      }
    }
  }

  /**
   * What is kept of what was written down.
   *
   * @param keepDays how long a record stays here after every server has it
   * @param mostRecords records a lane may hold before the oldest are given up for a tombstone
   */
  public record JournalSettings(Optional<Integer> keepDays, Optional<Long> mostRecords) {
    static final JournalSettings DEFAULT = new JournalSettings(Optional.empty(), Optional.empty());

    public JournalSettings {
      if (keepDays.isPresent() && keepDays.get() < 0) {
        throw new IllegalArgumentException("keep-days must not be negative");
      }
      if (mostRecords.isPresent() && mostRecords.get() < 1_000) {
        throw new IllegalArgumentException("most-records must be at least 1000");
      }
    }
  }

  /**
   * A server to deliver to.
   *
   * @param name what this station calls the server
   * @param uri for instance {@code coaps://central.example:5684}
   * @param identity the pre-shared key's identity
   * @param keyFile file with the pre-shared key in hex, readable by its owner only; relative to the
   *     configuration file
   * @param answerS seconds to wait for an answer or a receipt before it counts as lost
   * @param retryS the longest pause, in seconds, before another try to register
   */
  public record CentralSettings(
      String name,
      String uri,
      String identity,
      Path keyFile,
      Optional<Integer> answerS,
      Optional<Integer> retryS) {
    public CentralSettings {
      if (answerS.orElse(1) < 1 || retryS.orElse(1) < 1) {
        throw new IllegalArgumentException("answer-s and retry-s must be at least 1");
      }
    }
  }

  /** The weather sensors. */
  public List<SensorSettings> sensors() {
    return sensor.orElse(List.of());
  }

  /** The servers, none when the station is to keep everything for a visitor. */
  public List<CentralSettings> centrals() {
    return central.orElse(List.of());
  }

  /** How long records are kept and how many, with the defaults filled in. */
  public JournalSettings journalOrDefault() {
    return journal.orElse(JournalSettings.DEFAULT);
  }
}
