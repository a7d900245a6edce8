package org.fieldstation.station;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.remote.Remedy;
import org.fieldstation.station.settings.SilenceSettings;

/** What this station does about silence, as its configuration wants it, the mildest first. */
record Remedies(SilenceSettings settings, Machine machine) {
  private static final int OFTEN = 6;
  private static final int SELDOM = 3;
  private static final int REBOOTS = 2;

  List<Remedy> ladder() {
    return Stream.of(
            rung("radio", settings.radioAfterMin(), OFTEN, machine::radio),
            rung(
                "interface",
                settings.interfaceAfterMin(),
                OFTEN,
                why -> machine.bounce(settings.networkInterface().orElseThrow(), why)),
            rung("modem-power", settings.modemAfterMin(), SELDOM, machine::modemPower),
            rung("reboot", settings.rebootAfterMin(), REBOOTS, machine::reboot))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Remedy> rung(
      String name, Optional<Integer> minutes, int perDay, Remedy.Action action) {
    return minutes.map(after -> new Remedy(name, Duration.ofMinutes(after), perDay, action));
  }
}
