package org.fieldstation.sim.central.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.ota.publish.Rollout;
import org.fieldstation.sim.central.FleetRollout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's door of a central server: a Unix socket beside its store, for whoever may read the
 * store. It carries staged rollouts: one line asks for one, lines say how it goes, and a rollout
 * ends when whoever asked hangs up; asked for again, it goes on.
 *
 * <pre>rollout URI VERSION [CANARY…]</pre>
 */
public final class Console implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Console.class);
  private static final Duration ROUND = Duration.ofSeconds(2);

  private final Path file;
  private final ServerSocketChannel door;
  private final FleetRollout.Stations stations;
  private final Supplier<List<String>> registered;
  private final TimeKeeper time;

  private Console(
      Path file,
      ServerSocketChannel door,
      FleetRollout.Stations stations,
      Supplier<List<String>> registered,
      TimeKeeper time) {
    this.file = file;
    this.door = door;
    this.stations = stations;
    this.registered = registered;
    this.time = time;
  }

  /** The socket of a server with that store. */
  public static Path of(Path store) {
    return store.resolveSibling(store.getFileName() + ".console");
  }

  /**
   * Opens the door.
   *
   * @param registered names of the stations that can be asked now
   */
  public static Console open(
      Path file, FleetRollout.Stations stations, Supplier<List<String>> registered, TimeKeeper time)
      throws IOException {
    Files.deleteIfExists(file); // of a server that was killed
    var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    var console = new Console(file, door, stations, registered, time);
    Thread.ofVirtual().name("console").start(console::answer);
    return console;
  }

  private void answer() {
    while (door.isOpen()) {
      try {
        var caller = door.accept();
        Thread.ofVirtual().name("console-call").start(() -> call(caller));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        log.warn("the console cannot be reached any more", e);
        return;
      }
    }
  }

  private void call(SocketChannel caller) {
    try (caller;
        var in = new BufferedReader(Channels.newReader(caller, UTF_8));
        var out = new PrintWriter(Channels.newWriter(caller, UTF_8), true)) {
      var line = in.readLine();
      var words = line == null ? List.<String>of() : List.of(line.strip().split("\\s+"));
      if (words.size() < 3 || !words.getFirst().equals("rollout")) {
        out.println("error: rollout URI VERSION [CANARY…]");
        return;
      }
      rollout(words, out);
    } catch (IOException | UncheckedIOException e) {
      log.info("a caller hung up: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void rollout(List<String> words, PrintWriter out) throws InterruptedException {
    var uri = words.get(1);
    var name = uri.substring(uri.lastIndexOf('/') + 1);
    var plan = Rollout.ordinary(name, Set.copyOf(words.subList(3, words.size())));
    var rollout = new FleetRollout(plan, uri, words.get(2), stations);
    var last = new ArrayList<String>();
    while (!out.checkError()) {
      var said = rollout.round(registered.get());
      if (!said.equals(last)) {
        said.forEach(out::println);
        last = new ArrayList<>(said);
      }
      if (rollout.isStopped() || rollout.isDone()) {
        out.println(rollout.isStopped() ? "stopped" : "done");
        return;
      }
      out.print(""); // notices whether anybody listens
      time.sleep(ROUND);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
