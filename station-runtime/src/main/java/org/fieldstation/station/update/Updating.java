package org.fieldstation.station.update;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.update.Pause;
import org.fieldstation.ota.update.Phase;
import org.fieldstation.ota.update.Updater;
import org.fieldstation.ota.update.Verdict;
import org.fieldstation.ota.update.Verdict.Result;
import org.fieldstation.station.update.Order.Wish;

/** One round after another of the station's update, each as far as it goes. */
public final class Updating {
  private final Disk disk;
  private final Path root;
  private final Desk desk;
  private final Updater updater;
  private final Resident station;
  private final Sources sources;
  private final OneAtATime turn;

  /** A repository that is wherever the order of the moment says. */
  public static Repository ordered(Desk desk, Sources sources) {
    return new Repository() {
      @Override
      public Optional<InputStream> open(String name, long from) throws IOException {
        var order = desk.order().orElseThrow(() -> new IOException("nobody wants it any more"));
        return sources.open(order.from()).open(name, from);
      }
    };
  }

  public Updating(
      Disk disk, Path root, Desk desk, Updater updater, Resident station, Sources sources) {
    this.disk = disk;
    this.root = root;
    this.desk = desk;
    this.updater = updater;
    this.station = station;
    this.sources = sources;
    this.turn = new OneAtATime(root);
  }

  /** Goes on with whatever there is to do, and says what it waits for. */
  public Pause goOn() {
    return turn.take(this::round).orElse(Pause.LINK); // a technician's program is at it
  }

  private Pause round() {
    var order = desk.order();
    var phase = Phase.IDLE;
    if (order.isPresent()) {
      phase = org.fieldstation.ota.update.Progress.read(disk, root).phase();
    }
    if (order.isPresent() && phase == Phase.IDLE) {
      if (order.get().has(Wish.WITHDRAW)) {
        station.report(order.get().release(), new Verdict(Result.CANCELLED, "CANCELLED"));
        return Pause.CHOICE;
      }
      if (order.get().has(Wish.BACK)) {
        return back();
      }
      var refusal = refusal(order.get());
      if (refusal.isPresent()) {
        station.report(order.get().release(), refusal.get());
        return Pause.CHOICE;
      }
    }
    return updater.run();
  }

  /** An address that leads nowhere is known before anything is tried. */
  private Optional<Verdict> refusal(Order order) {
    try {
      sources.open(order.from());
      return Optional.empty();
    } catch (SourceException e) {
      var result =
          switch (e.code()) {
            case INVALID_ADDRESS -> Result.UNKNOWN_RELEASE;
            case UNSUPPORTED_PROTOCOL -> Result.UNSUPPORTED_PROTOCOL;
          };
      return Optional.of(new Verdict(result, e.code().name()));
    }
  }

  private Pause back() {
    var left = desk.status().current().orElse("");
    var went = updater.goBack();
    var verdict =
        went
            ? new Verdict(Result.FAILED, "ROLLED_BACK_ON_REQUEST")
            : new Verdict(Result.FAILED, "NO_WAY_BACK");
    station.report(left, verdict);
    return went ? Pause.RESTART : Pause.CHOICE;
  }
}
