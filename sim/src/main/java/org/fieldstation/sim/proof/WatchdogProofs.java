package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fieldstation.drivers.kernel.Watchdog;
import org.fieldstation.drivers.time.TimeKeeper;

/** The kernel's softdog. That a starved one resets the machine is proved by scripts/hil itself. */
record WatchdogProofs(TimeKeeper time) {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  List<Proof> all() {
    return List.of(
        new Proof("softdog", "fed, it lets the machine live; closed, it is disarmed", this::fed));
  }

  private String fed() throws IOException, InterruptedException {
    var dog = Watchdog.arm(Path.of("/dev/watchdog"), TIMEOUT);
    require(dog.timeout().equals(TIMEOUT), "it waits " + dog.timeout());
    for (int i = 0; i < 7; i++) {
      dog.feed();
      time.sleep(Duration.ofSeconds(1));
    }
    dog.close();
    dog.close();
    time.sleep(TIMEOUT.plusSeconds(2));
    return "alive after 7 s of feeding and 7 s without";
  }
}
