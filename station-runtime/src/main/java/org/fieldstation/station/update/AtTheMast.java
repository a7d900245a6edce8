package org.fieldstation.station.update;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.update.Limits;
import org.fieldstation.ota.update.Offer;
import org.fieldstation.ota.update.Platform;
import org.fieldstation.ota.update.Updater;
import org.fieldstation.ota.update.Verdict;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.settings.UpdateSettings;
import org.fieldstation.station.update.Order.Wish;

/**
 * A technician's program beside the station: brings and checks a release by itself, so that the
 * stick can be pulled out afterwards, and leaves the restart to the station that runs.
 */
public final class AtTheMast {
  /** Who an order is from. */
  public static final String TECHNICIAN = "technician";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PosixDisk disk = new PosixDisk();
  private final Path root;
  private final UpdateSettings settings;
  private final TimeKeeper time;
  private final Desk desk;
  private final Sources sources;

  private AtTheMast(Path root, UpdateSettings settings, TimeKeeper time) {
    this.root = root;
    this.settings = settings;
    this.time = time;
    this.desk = new Desk(disk, root);
    this.sources =
        new Sources(
            address -> {
              throw new SourceException(
                  SourceException.Code.UNSUPPORTED_PROTOCOL,
                  address + ": the running station brings this by itself, see station ota status");
            },
            Budget.OPEN);
  }

  public static AtTheMast of(Path root, UpdateSettings settings, TimeKeeper time) {
    return new AtTheMast(root, settings, time);
  }

  public Desk desk() {
    return desk;
  }

  /** A release that is signed. */
  public record Signed(String name, boolean fits, boolean runs) {}

  /** Everything that may be installed, newest last. */
  public List<Signed> releases(Optional<String> repository) throws IOException {
    return offers(address(repository)).stream()
        .map(offer -> new Signed(offer.name(), offer.fits(Resident.thisMachine()), runs(offer)))
        .toList();
  }

  private boolean runs(Offer offer) {
    return desk.status()
        .current()
        .filter(slot -> slot.startsWith(offer.version() + "-"))
        .isPresent();
  }

  private List<Offer> offers(String address) throws IOException {
    return Trust.client(disk, root, () -> time.now().utc())
        .refresh(sources.open(address))
        .files()
        .values()
        .stream()
        .flatMap(target -> Offer.of(target).stream())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private String address(Optional<String> repository) {
    return repository
        .or(settings::repository)
        .orElseThrow(
            () -> new SettingsException("name a folder or an address, or set update.repository"));
  }

  /** Brings and checks a release as far as that goes now. */
  public Desk.Status install(Optional<String> repository, Optional<String> release, boolean restart)
      throws IOException, InterruptedException {
    var address = address(repository);
    var name = release.isPresent() ? release.get() : newest(offers(address));
    var order = new Order(name, address, TECHNICIAN, restart ? Set.of(Wish.GO) : Set.of());
    var staging = new Order(name, address, TECHNICIAN, Set.of());
    if (!desk.take(staging) && !desk.take(order)) {
      throw new SettingsException("another update is under way: see station ota status");
    }
    for (var until = time.nanos() + PATIENCE.toNanos(); ; time.sleep(Duration.ofMillis(500))) {
      if (new OneAtATime(root).take(this::run).isPresent()) {
        break;
      }
      if (time.nanos() > until) {
        throw new SettingsException(root + ": the running station is at work on it; try again");
      }
    }
    if (restart) {
      desk.wish(Wish.GO);
    }
    return desk.status();
  }

  private String newest(List<Offer> offers) {
    return offers.stream()
        .filter(offer -> offer.fits(Resident.thisMachine()))
        .reduce((_, later) -> later)
        .map(Offer::name)
        .orElseThrow(() -> new SettingsException("no signed release fits this computer"));
  }

  private Object run() {
    var running = desk.status().current().orElse("");
    var limits =
        new Limits(settings.health(), settings.trial(), settings.contact(), Integer.MAX_VALUE);
    return new Updater(
            disk,
            root,
            running,
            Trust.client(disk, root, () -> time.now().utc()),
            Updating.ordered(desk, sources),
            new Visit(),
            limits,
            _ -> {})
        .run();
  }

  /** A station that only takes in: its trial is not this program's to judge. */
  private final class Visit implements org.fieldstation.ota.update.Station {
    @Override
    public Optional<String> chosen() {
      return desk.order().map(Order::release);
    }

    @Override
    public boolean withdrawn() {
      return false;
    }

    @Override
    public Platform platform() {
      return Resident.thisMachine();
    }

    @Override
    public boolean mayDownload() {
      return true;
    }

    @Override
    public void linkFailed(String why) {
      // what is missing is said at the end; the running station goes on with it
    }

    @Override
    public boolean mayRestart() {
      return false;
    }

    @Override
    public void leaving() {}

    @Override
    public boolean isRecording() {
      return true;
    }

    @Override
    public boolean isHealthy() {
      return false;
    }

    @Override
    public boolean isRejected() {
      return false;
    }

    @Override
    public boolean reachedServer() {
      return false;
    }

    @Override
    public boolean hadContact() {
      return true;
    }

    @Override
    public Duration uptime() {
      return Duration.ZERO;
    }

    @Override
    public boolean report(String release, Verdict verdict) {
      desk.close(release, verdict);
      return true;
    }
  }
}
