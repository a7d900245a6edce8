package org.fieldstation.station.update;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.update.Platform;
import org.fieldstation.ota.update.StateFile;
import org.fieldstation.ota.update.Verdict;
import org.fieldstation.station.settings.UpdateSettings;
import org.fieldstation.station.update.Order.Wish;

/** The station as an update sees it: what is wanted of it, and whether it is well. */
public final class Resident implements org.fieldstation.ota.update.Station {
  private static final int JUDGE_FIRST = 4;

  /** Seconds; a heartbeat pauses as long as a window of sound may take to be judged. */
  private static final int LEAST_WATCH = 10;

  private final Disk disk;
  private final Path root;
  private final UpdateSettings settings;
  private final Desk desk;
  private final StationClock clock;
  private final Ears ears;
  private final Contact contact;

  /**
   * What it asks the running station.
   *
   * @param journal the journal's folder
   * @param beats of its paths
   * @param receipts the sum of what all servers have confirmed
   * @param writes false when the journal has refused what was heard for some seconds
   * @param checks of its health, beside those of its sensors
   * @param battery its charge in percent; not a number where nothing measures it
   * @param faults is told a stable word, and one line, for what a release on trial lacks and for a
   *     repository that does not answer
   * @param told writes down how an update ended; it is on the disk when this returns
   */
  public record Ears(
      Path journal,
      Beats beats,
      LongSupplier receipts,
      BooleanSupplier writes,
      List<Check> checks,
      Budget budget,
      DoubleSupplier battery,
      BiConsumer<String, String> faults,
      Told told) {
    public Ears {
      checks = List.copyOf(checks);
    }
  }

  /** Writes down how an update ended. */
  @FunctionalInterface
  public interface Told {
    void ended(String release, String by, Verdict verdict);
  }

  public Resident(
      Disk disk, Path root, UpdateSettings settings, Desk desk, StationClock clock, Ears ears) {
    this.disk = disk;
    this.root = root;
    this.settings = settings;
    this.desk = desk;
    this.clock = clock;
    this.ears = ears;
    this.contact = new Contact(disk, root, clock, ears.receipts());
  }

  private boolean wishes(Wish wish) {
    return desk.order().filter(order -> order.has(wish)).isPresent();
  }

  @Override
  public Optional<String> chosen() {
    contact.look();
    return desk.order()
        .filter(order -> !order.has(Wish.BACK) && !order.release().isEmpty())
        .map(Order::release);
  }

  @Override
  public boolean withdrawn() {
    return wishes(Wish.WITHDRAW) || wishes(Wish.BACK);
  }

  @Override
  public Platform platform() {
    return thisMachine();
  }

  /** This computer and the Java it has. */
  public static Platform thisMachine() {
    var arch = System.getProperty("os.arch", "");
    return new Platform(arch.equals("amd64") ? "x86_64" : arch, Runtime.version().feature());
  }

  @Override
  public boolean mayDownload() {
    return hasPower() && ears.budget().left() > 0;
  }

  /** A power cut in the middle would be survived; a battery run flat by an update would not. */
  private boolean hasPower() {
    var charge = ears.battery().getAsDouble();
    boolean has = !(charge < settings.leastBattery()); // not measured: NaN
    if (!has) {
      ears.faults()
          .accept(
              "update-battery",
              "the update waits: battery at %.0f %%, least-battery-percent is %d"
                  .formatted(charge, settings.leastBattery()));
    }
    return has;
  }

  @Override
  public void linkFailed(String why) {
    ears.faults().accept("update-link", why);
  }

  @Override
  public boolean mayRestart() {
    return wishes(Wish.GO) && hasPower();
  }

  @Override
  public void leaving() {
    new Portrait(
            ears.beats().alive(settings.recording()).stream()
                .filter(path -> path.startsWith("sound"))
                .collect(java.util.stream.Collectors.toUnmodifiableSet()),
            SenseCheck.working(ears.journal()))
        .write(disk, root);
    disk.replace(root.resolve(Heartbeat.LIMITS), watch(settings).getBytes(US_ASCII));
  }

  /**
   * The trial's own judge comes first: he goes back at once, and no start is used up for that. What
   * began well and then stops altogether has no judge, and gets less time.
   */
  private static String watch(UpdateSettings settings) {
    var begin = settings.recording().plusSeconds(JUDGE_FIRST).toSeconds();
    var later = settings.recording().multipliedBy(3).dividedBy(4).toSeconds();
    return begin + " " + Math.max(later, LEAST_WATCH) + "\n";
  }

  /** The paths that a release on trial has to keep recording, until it has proved itself. */
  public Set<String> recorders() {
    return new StateFile(disk, root).load().isProven() ? Set.of() : portrait().recorders();
  }

  @Override
  public boolean isRecording() {
    return ears.writes().getAsBoolean()
        && portrait().recorders().stream()
            .allMatch(path -> ears.beats().isAlive(path, settings.recording()));
  }

  @Override
  public boolean isHealthy() {
    var senses = new SenseCheck(ears.journal(), () -> portrait().sensors());
    for (var check :
        java.util.stream.Stream.concat(
                ears.checks().stream(), java.util.stream.Stream.<Check>of(senses))
            .toList()) {
      var objection = check.objection();
      if (objection.isPresent()) {
        ears.faults().accept(objection.get(), "the release on trial is not well");
        return false;
      }
    }
    return true;
  }

  private Portrait portrait() {
    return Portrait.read(disk, root).orElseGet(() -> new Portrait(Set.of(), Set.of()));
  }

  @Override
  public boolean isRejected() {
    return wishes(Wish.BACK);
  }

  @Override
  public boolean reachedServer() {
    return contact.reached() || wishes(Wish.CONFIRM);
  }

  @Override
  public boolean hadContact() {
    return contact.reached() || contact.within(settings.contact());
  }

  @Override
  public Duration uptime() {
    return clock.now().uptime();
  }

  @Override
  public boolean report(String release, Verdict verdict) {
    ears.told().ended(release, desk.order().map(Order::by).orElse(""), verdict);
    desk.close(release, verdict);
    return true;
  }
}
