package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.sim.board.VirtualPin;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station whose modem and microphone hang on switches of a virtual board. */
class OutletTest {
  private static final int SWITCH = 27; // pin 13

  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));
  private final SimulatedHardware hardware = new SimulatedHardware();

  @Test
  void aModemBehindWhichNobodyAnswersIsWithoutPowerForAWhile() throws Exception {
    var silence = "[silence]\nmodem-after-min = 10\n";
    try (var _ = Station.start(parts("modem", silence, hardware))) {
      assertThat(offFor(Duration.ofMinutes(9))).isZero();
      assertThat(offFor(Duration.ofMinutes(9))).isEqualTo(15);
    }
    assertThat(pin().high()).isTrue();
    assertThat(records(Kind.REMOTE))
        .singleElement()
        .asString()
        .contains("\"silence\",\"modem-power\",\"begun\"", "no server answered for 10 min");
  }

  @Test
  void aMicrophoneThatHangsHasItsPowerCutAndIsHeardAgain() throws Exception {
    var microphone = "[microphone]\nhardware = \"hung\"\ndevice = \"world\"\n";
    try (var _ = Station.start(parts("microphone", microphone, new Hung()))) {
      assertThat(offFor(Duration.ofMinutes(3))).isEqualTo(5);
    }
    assertThat(records(Kind.REMOTE))
        .singleElement()
        .asString()
        .contains("\"power\",\"microphone\",\"begun\"", "1 of 6 today");
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      assertThat(journal.ledger().totals().get("microphone")).containsKey(Effort.CLASSIFIED);
    }
  }

  @Test
  void aGainThatCannotBeSetIsAFaultAndTheStationListensAllTheSame() throws Exception {
    var microphone = "[microphone]\nhardware = \"sim\"\ndevice = \"world\"\ngain-db = 30.0\n";
    try (var _ = Station.start(parts("modem", microphone, hardware))) {
      time.sleep(Duration.ofSeconds(30));
    }
    assertThat(records(Kind.FAULT))
        .anyMatch(it -> it.contains("microphone-gain") && it.contains("from -12 to 24 dB"));
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      assertThat(journal.ledger().totals().get("microphone")).containsKey(Effort.CLASSIFIED);
    }
  }

  /** Seconds without power. */
  private int offFor(Duration watched) throws InterruptedException {
    int off = 0;
    for (long i = 0; i < watched.toSeconds(); i++) {
      time.sleep(Duration.ofSeconds(1));
      off += pin().high() ? 0 : 1;
    }
    return off;
  }

  private VirtualPin pin() {
    return hardware.board(time).pin(SWITCH);
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
        pin().listen((high, _, _) -> cured |= !high);
        throw new DeviceException(DeviceException.Code.LOST, "does not answer");
      }
      return hardware.openMicrophone(device, rate, keeper);
    }

    @Override
    public Wiring wiring(TimeKeeper keeper) {
      return hardware.wiring(keeper);
    }
  }

  private List<String> records(Kind kind) {
    var bodies = new ArrayList<String>();
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      journal.items((_, item) -> {
        if (item instanceof Entry entry && entry.kind() == kind) {
          bodies.add(Bodies.readable(entry.body()));
        }
      });
    }
    return bodies;
  }

  private Parts parts(String outlet, String more, Hardware listening) throws IOException {
    return new Parts(
        configuration(outlet, more),
        "test",
        time,
        new SplittableRandom(1),
        List.of(hardware, listening),
        _ -> Model.of(new LoudnessClassifier()),
        (_, _, _, _, _) -> {
          throw new AssertionError("no server is configured");
        },
        new Deaf());
  }

  private SettingsFile configuration(String outlet, String more) throws IOException {
    return SettingsFile.read(
        Files.writeString(
            folder.resolve("station.toml"),
            """
            [station]
            name = "ailaoshan-007"
            data = "data"
            [board]
            profile = "sim"
            [[board.outlet]]
            name = "%s"
            at = "pin13"
            """
                    .formatted(outlet)
                + more));
  }
}
