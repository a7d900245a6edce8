package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.fieldstation.sim.central.page.CentralPage;
import org.fieldstation.sim.central.page.Recipients;

/**
 * The central server as a program: {@code <store file> <port> <accounts file> [<page port>
 * [<recipients file>]]}. An account is a line "station identity key-in-hex"; keys stay out of the
 * command line, which everybody can see. The page is for this computer; a proxy with TLS in front
 * of it may serve others.
 */
public final class CentralMain {
  private CentralMain() {}

  /** Serves until the process is told to end. */
  public static void main(String... args) throws IOException, InterruptedException {
    if (args.length < 3 || args.length > 5) {
      System.err.println(
          "usage: <store file> <port> <accounts file> [<page port> [<recipients file>]]");
      System.exit(2);
    }
    var server =
        CentralServer.start(loopback(args[1]), Path.of(args[0]), Accounts.read(Path.of(args[2])));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "central-end"));
    var ready = "{\"central\":\"ready\",\"port\":" + server.port();
    if (args.length > 3) {
      var recipients =
          args.length > 4
              ? Optional.of(Recipients.read(Path.of(args[4])))
              : Optional.<Recipients>empty();
      var page = CentralPage.start(loopback(args[3]), server.report(), recipients);
      ready += ",\"page\":\"http://127.0.0.1:" + page.port() + "/\"";
    }
    System.out.println(ready + "}");
    new CountDownLatch(1).await();
  }

  private static InetSocketAddress loopback(String port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }
}
