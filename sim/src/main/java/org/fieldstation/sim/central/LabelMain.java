package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.fieldstation.station.provision.Label;

/**
 * Prints a station's label, the text of its QR code: {@code <accounts file> <station> <server's
 * name> <uri> [bootstrap]}.
 */
public final class LabelMain {
  private LabelMain() {}

  static void main(String... args) throws IOException {
    if (args.length < 4 || args.length > 5 || (args.length == 5 && !args[4].equals("bootstrap"))) {
      System.err.println("usage: <accounts file> <station> <server's name> <uri> [bootstrap]");
      System.exit(2);
    }
    var account =
        Accounts.read(Path.of(args[0])).stream()
            .filter(it -> it.station().equals(args[1]))
            .findFirst();
    if (account.isEmpty()) {
      System.err.println(args[0] + ": has no account for " + args[1]);
      System.exit(1);
    }
    var it = account.orElseThrow();
    var uri = URI.create(args[3]);
    System.out.println(
        new Label(it.station(), args[2], uri, it.identity(), it.key(), args.length == 5).text());
  }
}
