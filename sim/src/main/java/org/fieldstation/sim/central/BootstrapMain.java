package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The bootstrap server as a program: {@code <port> <factory accounts> <accounts> <server's uri>}.
 * Both files have a line "station identity key-in-hex" for each station: the account on its label,
 * and the one it gets at the server.
 */
public final class BootstrapMain {
  private BootstrapMain() {}

  /** Serves until the process is told to end. */
  static void main(String... args) throws IOException, InterruptedException {
    if (args.length != 4) {
      System.err.println("usage: <port> <factory accounts file> <accounts file> <server's uri>");
      System.exit(2);
    }
    var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    var server = URI.create(args[3]);
    var offers =
        Accounts.read(Path.of(args[2])).stream()
            .map(account -> new BootstrapOffer(account, server, Map.of()))
            .toList();
    var bootstrap = BootstrapServer.start(at, Accounts.read(Path.of(args[1])), offers);
    Runtime.getRuntime().addShutdownHook(new Thread(bootstrap::close, "bootstrap-end"));
    System.out.println("{\"bootstrap\":\"ready\",\"port\":" + bootstrap.port() + "}");
    new CountDownLatch(1).await();
  }
}
