package org.fieldstation.station.software;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.disk.DiskException;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.SlotException;
import org.fieldstation.ota.trust.TrustClient;
import org.fieldstation.ota.trust.TrustException;
import org.fieldstation.ota.update.Bundles;
import org.fieldstation.station.software.Installer.RefusedException;
import org.fieldstation.station.software.Standing.Result;
import org.fieldstation.station.software.Standing.State;
import org.fieldstation.station.software.Standing.Wish;
import org.fieldstation.station.update.Budget;
import org.fieldstation.station.update.Order;
import org.fieldstation.station.update.SourceException;

/** Brings what is wanted of a package, and does with it what is wished, one step a call. */
public final class Porter {
  private static final int MOST_SILENCES = 2_000;

  private final Disk disk;
  private final TrustClient trust;
  private final Function<String, Repository> sources;
  private final Budget budget;
  private final String station;
  private final Consumer<String> linkFailed;
  private int silences;

  /**
   * @param sources opens the repository at an address
   * @param station whose configuration may be brought
   */
  public Porter(
      Disk disk,
      TrustClient trust,
      Function<String, Repository> sources,
      Budget budget,
      String station,
      Consumer<String> linkFailed) {
    this.disk = disk;
    this.trust = trust;
    this.sources = sources;
    this.budget = budget;
    this.station = station;
    this.linkFailed = linkFailed;
  }

  /** How it went on. */
  public enum Went {
    ON,
    NOWHERE,
    NO_LINK
  }

  /** Does the next thing, if there is one. */
  public Went step(SoftwarePackage one) {
    var now = one.standing();
    try {
      return switch (now.state()) {
        case DOWNLOAD_STARTED -> bring(one, now);
        case DOWNLOADED -> on(one, now, now.to(State.DELIVERED, Result.VERIFIED));
        case INITIAL, DELIVERED, INSTALLED -> wish(one, now);
      };
    } catch (IOException e) {
      return silent(one, now, e);
    } catch (RuntimeException e) {
      return on(one, now, now.failed(before(now.state()), result(now, e), reason(e)));
    }
  }

  private Went bring(SoftwarePackage one, Standing now) throws IOException {
    if (budget.left() <= 0) {
      return Went.NO_LINK;
    }
    var order = Order.ofUri(now.uri(), now.by());
    var bundles = new Bundles(disk, one.folder(), trust, sources.apply(order.from()));
    var before = bundles.bytes();
    try {
      Manifest manifest = bundles.find(order.release(), one.installer().kind(), station);
      if (!bundles.bring(manifest, () -> budget.left() > 0)) {
        return Went.NO_LINK;
      }
      var folder = bundles.stage(manifest);
      silences = 0;
      return on(
          one,
          now,
          now.in(folder.toString(), manifest.version()).to(State.DOWNLOADED, Result.DOWNLOADING));
    } catch (IOException e) {
      silences = bundles.bytes() > before ? 0 : silences;
      throw e;
    } catch (TrustException | SlotException | JsonException e) {
      bundles.forget();
      throw e;
    }
  }

  private Went wish(SoftwarePackage one, Standing now) {
    var installer = one.installer();
    switch (now.wish()) {
      case NOTHING -> {
        return Went.NOWHERE;
      }
      case INSTALL -> {
        var name = installer.install(Path.of(now.folder()), now.by());
        settle(one, now);
        return on(one, now, now.named(name).to(State.INSTALLED, Result.INSTALLED));
      }
      case ACTIVATE -> installer.activate(now.name(), now.by());
      case DEACTIVATE -> installer.deactivate(now.name(), now.by());
      case UNINSTALL -> {
        installer.uninstall(now.name());
        return on(one, now, Standing.FIRST);
      }
    }
    return on(one, now, now.to(State.INSTALLED, now.result()));
  }

  private void settle(SoftwarePackage one, Standing now) {
    new Bundles(disk, one.folder(), trust, (_, _) -> java.util.Optional.empty())
        .settle(Path.of(now.folder()));
  }

  private static Went on(SoftwarePackage one, Standing from, Standing to) {
    one.moves(from, to);
    return Went.ON;
  }

  private Went silent(SoftwarePackage one, Standing now, IOException why) {
    linkFailed.accept(String.valueOf(why.getMessage()));
    if (++silences < MOST_SILENCES) {
      return Went.NO_LINK;
    }
    silences = 0;
    return on(one, now, now.failed(State.INITIAL, Result.LINK_LOST, "LINK_LOST"));
  }

  /** A download that failed was never begun; an installation that failed leaves it delivered. */
  private static State before(State state) {
    return switch (state) {
      case INITIAL, DOWNLOAD_STARTED, DOWNLOADED -> State.INITIAL;
      case DELIVERED -> State.DELIVERED;
      case INSTALLED -> State.INSTALLED;
    };
  }

  private static Result result(Standing now, RuntimeException fault) {
    return switch (fault) {
      case TrustException e when e.code() == TrustException.Code.UNKNOWN_TARGET ->
          Result.INVALID_URI;
      case TrustException _, SlotException _, JsonException _ -> Result.BAD_INTEGRITY;
      case SourceException _ -> Result.INVALID_URI;
      case Bundles.BundleException e ->
          switch (e.code()) {
            case WRONG_KIND -> Result.WRONG_KIND;
            case NO_ROOM -> Result.NO_SPACE;
          };
      case DiskException e when e.isFull() -> Result.NO_SPACE;
      case RefusedException _ ->
          now.wish() == Wish.UNINSTALL ? Result.UNINSTALLATION_FAILED : Result.INSTALLATION_FAILED;
      default -> throw fault;
    };
  }

  private static String reason(RuntimeException fault) {
    return fault instanceof TrustException e ? e.code().name() : String.valueOf(fault.getMessage());
  }
}
