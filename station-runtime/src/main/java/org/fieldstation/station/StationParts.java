package org.fieldstation.station;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.deliver.lwm2m.CoapSource;
import org.fieldstation.station.deliver.lwm2m.Credentials;
import org.fieldstation.station.deliver.lwm2m.DeviceCard;
import org.fieldstation.station.deliver.lwm2m.FirmwareObject;
import org.fieldstation.station.deliver.lwm2m.GivenAccount;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings.Counts;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.hearing.InstalledModels;
import org.fieldstation.station.hearing.OneEngine;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.News;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.settings.UpdateSettings;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.Launched;

/** The real parts a station is put together from on a board, or on a laptop that plays one. */
public final class StationParts {
  private StationParts() {}

  /** Every part as the configuration wants it. */
  public static Parts real(
      SettingsFile configuration, String software, TimeKeeper time, Observer observer) {
    return real(configuration, software, time, observer, Optional.empty(), Machine.NONE);
  }

  /**
   * The same for a process that a launcher started, on a computer that something can be done to.
   *
   * @param launched how; empty when it was started by hand, and nothing updates it
   */
  public static Parts real(
      SettingsFile configuration,
      String software,
      TimeKeeper time,
      Observer observer,
      Optional<Launched> launched,
      Machine machine) {
    var updates =
        configuration
            .settings()
            .update()
            .flatMap(settings -> launched.map(how -> updates(configuration, settings, how)));
    var bulletin = new Bulletin();
    updates.ifPresent(known -> known.desk().onMove(() -> bulletin.changed(new News.Software())));
    var random = new SecureRandom();
    return new Parts(
        configuration,
        software,
        time,
        random,
        ServiceLoader.load(Hardware.class).stream().map(ServiceLoader.Provider::get).toList(),
        models(configuration, new Packs(new OneEngine(() -> new Engine(cache())))),
        (server, outbox, journal, links, remote) ->
            central(
                server,
                outbox,
                journal,
                new Shelves(configuration, software, journal, links, remote),
                updates,
                random),
        observer,
        updates,
        bulletin,
        machine);
  }

  private static Updates updates(
      SettingsFile configuration, UpdateSettings settings, Launched launched) {
    var root = configuration.resolve(settings.root());
    var coap = new CoapSource(address -> account(configuration, address), settings.blocks());
    return new Updates(launched, root, new Desk(new PosixDisk(), root), coap::open);
  }

  /** The key for the server of that host; at any other host this station is nobody. */
  private static Optional<Credentials.SharedKey> account(SettingsFile configuration, URI address) {
    var files = new CredentialFiles(configuration);
    return configuration.settings().centrals().stream()
        .flatMap(server -> files.account(server).stream())
        .filter(account -> address.getHost().equals(account.uri().getHost()))
        .map(GivenAccount::credentials)
        .filter(Credentials.SharedKey.class::isInstance)
        .map(Credentials.SharedKey.class::cast)
        .findFirst();
  }

  /** What a server is shown, and the station's own release where it can be updated. */
  private static ObjectShelf shelf(
      CentralSettings server, ObjectShelf shelf, Optional<Updates> updates) {
    return updates
        .map(known -> shelf.with(FirmwareObject.of(known.desk(), server.name())))
        .orElse(shelf);
  }

  /** Where this user's programs keep what they can make again, such as the unpacked engine. */
  public static Path cache() {
    var cache = System.getenv("XDG_CACHE_HOME");
    var home = Path.of(System.getProperty("user.home"), ".cache");
    return (cache == null ? home : Path.of(cache)).resolve("fieldstation");
  }

  /** The models of a configuration, and those on its shelf. */
  public static InstalledModels models(SettingsFile configuration, Packs packs) {
    var shelf = new Shelf(packs, packs(configuration));
    return new InstalledModels(packs, shelf, configuration::resolve);
  }

  /** Where a station keeps its installed packs. */
  public static Path packs(SettingsFile configuration) {
    return configuration.resolve(configuration.settings().station().data()).resolve("packs");
  }

  private static Central central(
      CentralSettings server,
      Outbox outbox,
      Journal journal,
      Shelves shelves,
      Optional<Updates> updates,
      RandomGenerator random) {
    var configuration = shelves.configuration();
    var station = configuration.settings().station().name();
    try {
      var settings =
          new Lwm2mSettings(
              server.name(),
              station,
              URI.create(server.uri()),
              new CredentialFiles(configuration).of(server),
              new DeviceCard("fieldstation", "station", station, shelves.software()),
              patience(server),
              false,
              server.counts().equals(Optional.of("arrival")) ? Counts.ARRIVAL : Counts.APPLICATION,
              server.sleeps().orElse(false));
      var shelf = shelf(server, shelves.of(server), updates);
      var time = shelves.remote().time();
      var central =
          server.bootstrap().orElse(false)
              ? Lwm2mCentral.bootstrapped(settings, written(journal), outbox, shelf, time, random)
              : new Lwm2mCentral(settings, written(journal), outbox, shelf, time, random);
      if (server.gets().equals(Optional.of("readings"))) {
        central.onlyReadings(shelves.places(server));
      }
      central.onContact(() -> shelves.remote().contact(server.name()));
      return central;
    } catch (IllegalArgumentException e) {
      throw new SettingsException(configuration.file() + ": " + e.getMessage(), e);
    }
  }

  private static Patience patience(CentralSettings server) {
    var field = Patience.field();
    return new Patience(
        field.lifetime(),
        field.retransmission(),
        server.answerS().map(Duration::ofSeconds).orElse(field.answer()),
        server.answerS().map(Duration::ofSeconds).orElse(field.receipt()),
        field.firstRetry(),
        server.retryS().map(Duration::ofSeconds).orElse(field.longestRetry()));
  }

  private static Written written(Journal journal) {
    return new Written() {
      @Override
      public String epoch() {
        return journal.epoch();
      }

      @Override
      public long last(Lane lane) {
        return journal.last(lane);
      }
    };
  }
}
