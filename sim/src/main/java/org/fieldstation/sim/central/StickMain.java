package org.fieldstation.sim.central;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.fieldstation.station.collect.CollectException;

/**
 * Empties a stick into the central server's store: {@code <store file> <accounts file> <stick>}.
 */
public final class StickMain {
  private StickMain() {}

  /** Exit codes: 0 done, 2 usage, 4 something on the stick was refused. */
  static void main(String... args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: <store file> <accounts file> <stick>");
      System.exit(2);
    }
    int refused = 0;
    var stick = Path.of(args[2]);
    try (var store = CentralStore.open(Path.of(args[0]))) {
      var desk = new StickDesk(store, Accounts.read(Path.of(args[1])), new SecureRandom());
      for (var folder : StickDesk.folders(stick)) {
        try {
          var emptied =
              desk.empty(stick, folder.getName(0).toString(), folder.getName(1).toString());
          System.out.println(
              emptied.station() + ": " + emptied.parcels() + " parcels, receipts on the stick");
        } catch (CollectException e) {
          refused = 4;
          System.err.println(e.getMessage());
        }
      }
    }
    System.exit(refused);
  }
}
