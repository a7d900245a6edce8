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
import org.fieldstation.models.pack.Pack;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.deliver.lwm2m.CoapSource;
import org.fieldstation.station.deliver.lwm2m.DeviceCard;
import org.fieldstation.station.deliver.lwm2m.FirmwareObject;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.ModelSettings;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.settings.UpdateSettings;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.Launched;

/** The real parts a station is put together from on a board, or on a laptop that plays one. */
public final class StationParts {
  private StationParts() {}

  /** Every part as the configuration wants it. */
  public static Station.Parts real(
      SettingsFile configuration, String software, TimeKeeper time, Observer observer) {
    return real(configuration, software, time, observer, Optional.empty());
  }

  /**
   * The same for a process that a launcher started.
   *
   * @param launched how; empty when it was started by hand, and nothing updates it
   */
  public static Station.Parts real(
      SettingsFile configuration,
      String software,
      TimeKeeper time,
      Observer observer,
      Optional<Launched> launched) {
    var updates =
        configuration
            .settings()
            .update()
            .flatMap(settings -> launched.map(how -> updates(configuration, settings, how)));
    var random = new SecureRandom();
    return new Station.Parts(
        configuration,
        software,
        time,
        random,
        ServiceLoader.load(Hardware.class).stream().map(ServiceLoader.Provider::get).toList(),
        () -> pack(configuration).classifier(1),
        (server, outbox, journal) ->
            central(configuration, software, server, outbox, journal, shelf(server, updates), time, random),
        observer,
        updates);
  }

  private static Updates updates(
      SettingsFile configuration, UpdateSettings settings, Launched launched) {
    var root = configuration.resolve(settings.root());
    var coap = new CoapSource(address -> account(configuration, address), settings.blocks());
    return new Updates(launched, root, new Desk(new PosixDisk(), root), coap::open);
  }

  /** The account at the server of that host; at any other host this station is nobody. */
  private static Optional<CoapSource.Account> account(SettingsFile configuration, URI address) {
    return configuration.settings().centrals().stream()
        .filter(server -> address.getHost().equals(URI.create(server.uri()).getHost()))
        .findFirst()
        .map(
            server ->
                new CoapSource.Account(
                    server.identity(), new Secret(configuration.key(server.keyFile()))));
  }

  /** What a server is shown, and the station's own release where it can be updated. */
  private static ObjectShelf shelf(CentralSettings server, Optional<Updates> updates) {
    var shelf = Shelves.of(server);
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

  private static Pack pack(SettingsFile configuration) {
    var packs = new Packs(new Engine(cache()));
    return configuration
        .settings()
        .model()
        .flatMap(ModelSettings::pack)
        .map(path -> packs.open(configuration.resolve(path)))
        .orElseGet(packs::bundled);
  }

  private static Central central(
      SettingsFile configuration,
      String software,
      CentralSettings server,
      Outbox outbox,
      Journal journal,
      ObjectShelf shelf,
      TimeKeeper time,
      RandomGenerator random) {
    var station = configuration.settings().station().name();
    try {
      var settings =
          new Lwm2mSettings(
              server.name(),
              station,
              URI.create(server.uri()),
              server.identity(),
              new Secret(configuration.key(server.keyFile())),
              new DeviceCard("fieldstation", "station", station, software),
              patience(server),
              false);
      return new Lwm2mCentral(settings, written(journal), outbox, shelf, time, random);
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
