package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this station is updated.
 *
 * @param root folder of the slots and of the launcher's files, for instance {@code /opt/station}
 * @param repository where {@code station ota check} and {@code install} look when no folder is
 *     named; a server says where in its order
 * @param trialS seconds a new release has to be well before it may stay; 300 when absent
 * @param healthS seconds it has to become well; 600 when absent
 * @param recordingS the longest pause of the recorder, in seconds, that a new release is forgiven;
 *     20 when absent
 * @param coapBlocks CoAP blocks asked for at a time; 1 when absent, as RFC 7252 wants it, and more
 *     only where the server is known to bear it
 * @param contactMin minutes it has to reach a server, where the old release did; 4320, three days,
 *     when absent
 * @param leastBatteryPercent below it nothing is downloaded, and no release is left for another; 20
 *     when absent, and of no effect where no battery is measured
 */
public record UpdateSettings(
    Path root,
    Optional<String> repository,
    Optional<Integer> trialS,
    Optional<Integer> healthS,
    Optional<Integer> recordingS,
    Optional<Integer> coapBlocks,
    Optional<Integer> contactMin,
    Optional<Integer> leastBatteryPercent) {
  private static final int TRIAL = 300;
  private static final int HEALTH = 600;
  private static final int RECORDING = 20;
  private static final int CONTACT = 72 * 60;
  private static final int BATTERY = 20;

  public UpdateSettings {
    within("trial-s", trialS.orElse(TRIAL), 5, 86_400);
    within("health-s", healthS.orElse(HEALTH), trialS.orElse(TRIAL), 86_400);
    within("recording-s", recordingS.orElse(RECORDING), 5, 3_600);
    within("coap-blocks", coapBlocks.orElse(1), 1, 16);
    within("contact-min", contactMin.orElse(CONTACT), leastContact(healthS), 30 * 24 * 60);
    within("least-battery-percent", leastBatteryPercent.orElse(BATTERY), 0, 100);
  }

  /** Reaching a server comes after being well, so it has at least as long. */
  private static int leastContact(Optional<Integer> healthS) {
    return Math.ceilDiv(healthS.orElse(HEALTH), 60);
  }

  private static void within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d, was %d".formatted(key, least, most, value));
    }
  }

  /** How long a new release has to be well. */
  public Duration trial() {
    return Duration.ofSeconds(trialS.orElse(TRIAL));
  }

  /** How long it may take to become so. */
  public Duration health() {
    return Duration.ofSeconds(healthS.orElse(HEALTH));
  }

  /** The longest pause of the recorder it is forgiven. */
  public Duration recording() {
    return Duration.ofSeconds(recordingS.orElse(RECORDING));
  }

  /** CoAP blocks asked for at a time. */
  public int blocks() {
    return coapBlocks.orElse(1);
  }

  /** How long it may take to reach a server. */
  public Duration contact() {
    return Duration.ofMinutes(contactMin.orElse(CONTACT));
  }

  /** The charge of the battery below which an update waits. */
  public int leastBattery() {
    return leastBatteryPercent.orElse(BATTERY);
  }
}
