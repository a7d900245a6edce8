package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.gnss.GnssReceiver;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;

/** A serial line that is a pair of pseudo terminals, with a satellite receiver at the other end. */
record SerialProofs(Wiring wiring, TimeKeeper time) {
  private static final String SENTENCE =
      "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n";

  List<Proof> all() {
    return List.of(
        new Proof("pty", "sentences are heard at 9600 baud", this::heard),
        new Proof("pty", "a PMS5003 is read", () -> new DustProof(wiring, time).run()),
        new Proof("pty", "a line that is pulled out is lost, and found again", this::lost));
  }

  private static void say() throws IOException {
    Files.writeString(Cable.THEIRS, SENTENCE, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
  }

  private String heard() throws IOException, InterruptedException {
    try (var _ = Cable.lay(time)) {
      var line = wiring.serial(new Place.Serial(Cable.OURS.toString()), 9_600);
      say();
      var receiver = GnssReceiver.open(line, time, Instant.EPOCH);
      say();
      var position = receiver.read();
      require(position.sentences() >= 1 && position.refused() == 0, "heard " + position);
      return position.sentences() + " sentences";
    }
  }

  private String lost() throws IOException, InterruptedException {
    var at = new Place.Serial(Cable.OURS.toString());
    var before = Cable.lay(time);
    var line = wiring.serial(at, 9_600);
    before.close();
    String told;
    try {
      line.read(new byte[1], Duration.ofSeconds(10));
      throw new AssertionError("it is not lost");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.LOST, "it is " + e);
      told = String.valueOf(e.getMessage());
    }
    try (var _ = Cable.lay(time)) {
      var again = wiring.serial(at, 9_600);
      say();
      require(again.read(new byte[80], Duration.ofSeconds(10)) > 0, "nothing is heard again");
      return told;
    }
  }
}
