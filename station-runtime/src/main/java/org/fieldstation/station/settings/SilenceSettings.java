package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * What is done when no server answers for long; what is left out is not done. Each time round a
 * silence, a remedy waits twice as long as the time before.
 *
 * @param radioAfterMin minutes of silence before the mobile radio is switched off and on
 * @param networkInterface the interface that may be taken down and up
 * @param interfaceAfterMin minutes before that
 * @param modemAfterMin minutes before the modem's power is cut and given back
 * @param rebootAfterMin minutes before the computer is started anew
 */
public record SilenceSettings(
    Optional<Integer> radioAfterMin,
    Optional<String> networkInterface,
    Optional<Integer> interfaceAfterMin,
    Optional<Integer> modemAfterMin,
    Optional<Integer> rebootAfterMin) {
  private static final int LEAST = 10;
  private static final int LEAST_REBOOT = 60;

  public SilenceSettings {
    if (radioAfterMin.orElse(LEAST) < LEAST
        || interfaceAfterMin.orElse(LEAST) < LEAST
        || modemAfterMin.orElse(LEAST) < LEAST) {
      throw new IllegalArgumentException("less than 10 minutes of silence are no reason");
    }
    if (rebootAfterMin.orElse(LEAST_REBOOT) < LEAST_REBOOT) {
      throw new IllegalArgumentException("less than 60 minutes of silence are no reason to reboot");
    }
    if (networkInterface.isPresent() != interfaceAfterMin.isPresent()) {
      throw new IllegalArgumentException(
          "network-interface and interface-after-min have an effect together only");
    }
    if (!networkInterface.orElse("a").matches("[A-Za-z0-9][A-Za-z0-9._-]{0,14}")) {
      throw new IllegalArgumentException("not a network interface: " + networkInterface.get());
    }
  }
}
