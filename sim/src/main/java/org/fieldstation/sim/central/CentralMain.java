package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.fieldstation.station.deliver.lwm2m.Secret;

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
    var server = CentralServer.start(address, Path.of(args[0]), accounts(Path.of(args[2])));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "central-end"));
    System.out.println("{\"central\":\"ready\",\"port\":" + server.port() + "}");
    new CountDownLatch(1).await();
  }

  private static List<Account> accounts(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::strip)
          .map(CentralMain::account)
          .toList();
    }
  }

  private static Account account(String line) {
    String[] words = line.split("\\s+", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("an account is: station identity key-in-hex");
    }
    return new Account(words[0], words[1], Secret.ofHex(words[2]));
  }
}
