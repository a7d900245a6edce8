package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station whose modem and microphone hang on switches of a virtual board. */
class OutletTest {
  private static final int SWITCH = 27; // pin 13

  private final VirtualSite site;

  OutletTest(@TempDir Path folder) {
    site = new VirtualSite(folder, Instant.parse("2026-06-21T10:00:00Z"));
  }

  @Test
  void aModemBehindWhichNobodyAnswersIsWithoutPowerForAWhile() throws Exception {
    var silence = "[silence]\nmodem-after-min = 10\n";
    try (var _ = site.start(outlet("modem") + silence)) {
      assertThat(offFor(Duration.ofMinutes(9))).isZero();
      assertThat(offFor(Duration.ofMinutes(9))).isEqualTo(15);
    }
    assertThat(site.pin(SWITCH).high()).isTrue();
    assertThat(site.records(Kind.REMOTE))
        .singleElement()
        .asString()
        .contains("\"silence\",\"modem-power\",\"begun\"", "no server answered for 10 min");
  }

  @Test
  void aMicrophoneThatHangsHasItsPowerCutAndIsHeardAgain() throws Exception {
    var microphone = "[microphone]\nhardware = \"hung\"\ndevice = \"world\"\n";
    try (var _ = site.start(outlet("microphone") + microphone, new Hung())) {
      assertThat(offFor(Duration.ofMinutes(3))).isEqualTo(5);
    }
    assertThat(site.records(Kind.REMOTE))
        .singleElement()
        .asString()
        .contains("\"power\",\"microphone\",\"begun\"", "1 of 6 today");
    assertThat(site.effort("microphone")).containsKey(Effort.CLASSIFIED);
  }

  @Test
  void aGainThatCannotBeSetIsAFaultAndTheStationListensAllTheSame() throws Exception {
    var microphone = "[microphone]\nhardware = \"sim\"\ndevice = \"world\"\ngain-db = 30.0\n";
    try (var _ = site.start(outlet("modem") + microphone)) {
      site.time().sleep(Duration.ofSeconds(30));
    }
    assertThat(site.records(Kind.FAULT))
        .anyMatch(it -> it.contains("microphone-gain") && it.contains("from -12 to 24 dB"));
    assertThat(site.effort("microphone")).containsKey(Effort.CLASSIFIED);
  }

  /** Seconds without power. */
  private int offFor(Duration watched) throws InterruptedException {
    int off = 0;
    for (long i = 0; i < watched.toSeconds(); i++) {
      site.time().sleep(Duration.ofSeconds(1));
      off += site.pin(SWITCH).high() ? 0 : 1;
    }
    return off;
  }

  /** A microphone that does not answer until it has been without power. */
  private final class Hung implements Hardware {
    private boolean cured;

    @Override
    public String name() {
      return "hung";
    }

    @Override
    public Microphone openMicrophone(String device, int rate, TimeKeeper keeper) {
      if (!cured) {
        site.pin(SWITCH).listen((high, _, _) -> cured |= !high);
        throw new DeviceException(DeviceException.Code.LOST, "does not answer");
      }
      return site.hardware().openMicrophone(device, rate, keeper);
    }

    @Override
    public Wiring wiring(TimeKeeper keeper) {
      return site.hardware().wiring(keeper);
    }
  }

  private static String outlet(String name) {
    return """
    [board]
    profile = "sim"
    [[board.outlet]]
    name = "%s"
    at = "pin13"
    """
        .formatted(name);
  }
}
