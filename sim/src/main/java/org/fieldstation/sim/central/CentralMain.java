package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.sim.central.console.Console;
import org.fieldstation.sim.central.fleet.Fleet;
import org.fieldstation.sim.central.page.CentralPage;
import org.fieldstation.sim.central.page.Recipients;

/**
 * The central server as a program. An account is a line "station identity key-in-hex"; keys stay
 * out of the command line, which everybody can see. The page is for this computer; a proxy with TLS
 * in front of it may serve others.
 */
public final class CentralMain {
  private static final String USAGE =
      """
      usage: STORE PORT ACCOUNTS [PAGE-PORT [RECIPIENTS]] [--kafka BROKERS] [--redis URI]
             PORT ACCOUNTS --front --kafka BROKERS [--redis URI]
             STORE [PAGE-PORT [RECIPIENTS]] --filer --kafka BROKERS\
      """;

  private CentralMain() {}

  /** Serves until the process is told to end. */
  public static void main(String... args) throws IOException, InterruptedException {
    String ready;
    try {
      ready = start(CentralOptions.read(List.of(args)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    System.out.println(ready);
    new CountDownLatch(1).await();
  }

  private static String start(CentralOptions options) throws IOException, InterruptedException {
    var words = options.words();
    return switch (options.role()) {
      case FRONT -> ready(front(options, words.get(0), words.get(1)), "");
      case FILER -> {
        var file = Path.of(words.getFirst());
        atTheEnd(Fleet.filer(options.kafka().orElseThrow(), file));
        yield ready(Optional.empty(), page(file, words.subList(1, words.size())));
      }
      case WHOLE -> {
        var file = Path.of(words.get(0));
        Optional<Integer> port;
        if (options.kafka().isPresent()) {
          atTheEnd(Fleet.filer(options.kafka().get(), file));
          port = front(options, words.get(1), words.get(2));
        } else {
          var server =
              CentralServer.start(
                  loopback(words.get(1)), file, Accounts.read(Path.of(words.get(2))));
          atTheEnd(server);
          console(file, server.firmware());
          port = Optional.of(server.port());
        }
        yield ready(port, page(file, words.subList(3, words.size())));
      }
    };
  }

  /** For the operator at this computer; the stations are served without it too. */
  private static void console(Path store, FirmwareDesk desk) {
    try {
      atTheEnd(Console.open(Console.of(store), desk, desk::registered, new SystemTime()));
    } catch (IOException e) {
      System.err.println("no rollouts from here: " + Console.of(store) + ": " + e.getMessage());
    }
  }

  private static Optional<Integer> front(CentralOptions options, String port, String accounts)
      throws IOException, InterruptedException {
    var front =
        Fleet.front(
            options.kafka().orElseThrow(),
            options.redis(),
            loopback(port),
            Accounts.read(Path.of(accounts)));
    atTheEnd(front);
    return Optional.of(front.port());
  }

  private static String page(Path store, List<String> words) throws IOException {
    if (words.isEmpty()) {
      return "";
    }
    var recipients =
        words.size() > 1
            ? Optional.of(Recipients.read(Path.of(words.get(1))))
            : Optional.<Recipients>empty();
    var page = CentralPage.start(loopback(words.getFirst()), new CentralReport(store), recipients);
    return ",\"page\":\"http://127.0.0.1:" + page.port() + "/\"";
  }

  private static String ready(Optional<Integer> port, String page) {
    return "{\"central\":\"ready\"" + port.map(p -> ",\"port\":" + p).orElse("") + page + "}";
  }

  private static void atTheEnd(AutoCloseable part) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    part.close();
                  } catch (Exception e) {
                    System.err.println("the end was not orderly: " + e);
                  }
                },
                "central-end"));
  }

  private static InetSocketAddress loopback(String port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }
}
