package org.fieldstation.sim.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.drivers.time.TimeKeeper;

/** A serial line: two pseudo terminals that socat joins, until it is pulled out. */
record Cable(Process socat) implements AutoCloseable {
  /** The station's end. */
  static final Path OURS = Path.of("/dev/ttyNEAR");

  /** The device's end. */
  static final Path THEIRS = Path.of("/dev/ttyFAR");

  private static final Duration A_LITTLE = Duration.ofMillis(100);

  static Cable lay(TimeKeeper time) throws IOException, InterruptedException {
    var socat =
        new ProcessBuilder("socat", "pty,rawer,link=" + OURS, "pty,rawer,link=" + THEIRS)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < 50 && !(Files.exists(OURS) && Files.exists(THEIRS)); i++) {
      time.sleep(A_LITTLE);
    }
    return new Cable(socat);
  }

  @Override
  public void close() {
    socat.destroy();
    socat.onExit().join();
  }
}
