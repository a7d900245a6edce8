package org.fieldstation.station.settings;

import java.util.List;
import java.util.Optional;
import org.fieldstation.station.identify.Consensus;
import org.fieldstation.station.identify.Repeat;
import org.fieldstation.station.identify.Sensitivity;
import org.fieldstation.station.identify.SteadyNoise;

/**
 * From scores to detections worth telling.
 *
 * @param sensitivity {@code cautious}, {@code balanced} (when absent) or {@code eager}
 * @param include names to be told of only; everything when absent
 * @param exclude names never to be told of, watched ones too
 * @param watch watch lists that apply: bundled ones by id, others as files; all the bundled ones
 *     when absent
 * @param alertEveryMin minutes in which a watched label is an urgent alert once; 10 when absent
 * @param voiceScore from which score on a human label counts as a voice; 0.3 when absent
 * @param consensus how many models must agree: {@code any} (when absent), {@code all} or a number
 * @param range which species live here, and when
 * @param weather rain and wind in which sounds are not believed
 * @param repeat how often a label must be heard; the sensitivity says when absent
 * @param steady when a sound that goes on is a noise
 * @param label what is different for single labels
 */
public record IdentifySettings(
    Optional<Sensitivity> sensitivity,
    Optional<List<String>> include,
    Optional<List<String>> exclude,
    Optional<List<String>> watch,
    Optional<Integer> alertEveryMin,
    Optional<Double> voiceScore,
    Optional<String> consensus,
    Optional<RangeSettings> range,
    Optional<WeatherGateSettings> weather,
    Optional<RepeatSettings> repeat,
    Optional<SteadySettings> steady,
    Optional<List<LabelSettings>> label) {
  private static final int ALERT_EVERY_MIN = 10;

  /** What holds when nobody has said anything. */
  public static final IdentifySettings DEFAULT =
      new IdentifySettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public IdentifySettings {
    if (alertEveryMin.orElse(0) < 0 || alertEveryMin.orElse(0) > 1440) {
      throw new IllegalArgumentException("alert-every-min must be from 0 to 1440");
    }
    if (voiceScore.isPresent() && !(voiceScore.get() > 0 && voiceScore.get() <= 1)) {
      throw new IllegalArgumentException(
          "voice-score must be above 0 and at most 1, was " + voiceScore.get());
    }
    consensus.ifPresent(Consensus.Quorum::of);
  }

  public Sensitivity sensitivityOrDefault() {
    return sensitivity.orElse(Sensitivity.BALANCED);
  }

  public int alertEveryMinOrDefault() {
    return alertEveryMin.orElse(ALERT_EVERY_MIN);
  }

  public Consensus.Quorum quorum() {
    return consensus.map(Consensus.Quorum::of).orElse(Consensus.Quorum.ANY);
  }

  public WeatherGateSettings weatherOrDefault() {
    return weather.orElse(WeatherGateSettings.DEFAULT);
  }

  public List<LabelSettings> labels() {
    return label.orElse(List.of());
  }

  /** How often a label must be heard that no watch list has. */
  public Repeat ordinaryRepeat() {
    return repeat.map(RepeatSettings::repeat).orElseGet(sensitivityOrDefault()::ordinary);
  }

  /** When a sound that goes on is a noise. */
  public SteadyNoise.Limits steadyLimits() {
    return steady.map(SteadySettings::limits).orElse(SteadyNoise.Limits.ORDINARY);
  }
}
