package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The central server as a program: {@code <store file> <port> <accounts file>}. An account is a
 * line "station identity key-in-hex"; keys stay out of the command line, which everybody can see.
 */
public final class CentralMain {
  private CentralMain() {}

  /** Serves until the process is told to end. */
  public static void main(String... args) throws IOException, InterruptedException {
    if (args.length != 3) {
      System.err.println("usage: <store file> <port> <accounts file>");
      System.exit(2);
    }
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    var server = CentralServer.start(address, Path.of(args[0]), Accounts.read(Path.of(args[2])));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "central-end"));
    System.out.println("{\"central\":\"ready\",\"port\":" + server.port() + "}");
    new CountDownLatch(1).await();
  }
}
