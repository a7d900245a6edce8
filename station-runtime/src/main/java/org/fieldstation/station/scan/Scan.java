package org.fieldstation.station.scan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.alsa.AlsaCards;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * Finds what is attached to a board. Each bus and each line is asked on a line of work of its own;
 * one that hangs costs half a minute and its own finds.
 */
public final class Scan {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Hardware hardware;
  private final Ports ports;
  private final TimeKeeper time;
  private final ConcurrentHashMap<Integer, List<Found>> found = new ConcurrentHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private int asked;

  private interface Search {
    List<Found> look() throws InterruptedException;
  }

  /**
   * @param root the file system in which buses and lines are looked for
   */
  public Scan(Hardware hardware, Path root, TimeKeeper time) {
    this.hardware = hardware;
    this.ports = new Ports(root);
    this.time = time;
  }

  /** Everything that answered, the microphones first, then bus by bus. */
  public List<Found> look() throws InterruptedException {
    boolean virtual = hardware.name().equals("sim");
    if (!virtual) {
      start(Scan::soundCards);
      start(() -> ports.thermometers().stream().map(Scan::thermometer).toList());
    }
    for (int bus : virtual ? List.of(1) : ports.buses()) {
      start(() -> new BusScan(hardware, bus, time).look());
    }
    for (var line : virtual ? List.of("/dev/serial0") : ports.lines()) {
      start(() -> new LineScan(hardware, line, time).look().stream().toList());
    }
    await();
    return Stream.iterate(0, it -> it + 1)
        .limit(asked)
        .flatMap(it -> found.getOrDefault(it, List.of()).stream())
        .toList();
  }

  private static List<Found> soundCards() {
    return AlsaCards.list().stream()
        .<Found>map(it -> new Found.SoundCard("alsa:" + it.identity(), it.name()))
        .toList();
  }

  private static Found thermometer(String serial) {
    return new Found.Chip("ds18b20", "w1/" + serial, true);
  }

  private void start(Search search) {
    int number = asked++;
    lines.add(time.start("scan-" + number, () -> found.put(number, search.look())));
  }

  private void await() throws InterruptedException {
    long until = time.nanos() + PATIENCE.toNanos();
    while (found.size() < asked && time.nanos() < until) {
      time.sleep(LOOK);
    }
    lines.forEach(Line::stop);
  }
}
