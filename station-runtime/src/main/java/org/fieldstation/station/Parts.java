package org.fieldstation.station;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.hearing.ModelSource;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.settings.Settings;
import org.fieldstation.station.settings.SettingsFile;

/**
 * What a station is put together from.
 *
 * @param software this release, for instance {@code 0.1.0}
 * @param hardware every kind of board that is known here
 * @param models opens the configured models
 * @param servers opens a connection to a configured server
 * @param updates what it needs to be updated; empty where no launcher started this process
 * @param bulletin what the observer is told stands there too
 * @param machine what can be done to the computer
 */
public record Parts(
    SettingsFile configuration,
    String software,
    TimeKeeper time,
    RandomGenerator random,
    List<Hardware> hardware,
    ModelSource models,
    ServerSource servers,
    Observer observer,
    Optional<Updates> updates,
    Bulletin bulletin,
    Machine machine) {

  /** A station that nobody updates, on a computer that nothing can be done to. */
  public Parts(
      SettingsFile configuration,
      String software,
      TimeKeeper time,
      RandomGenerator random,
      List<Hardware> hardware,
      ModelSource models,
      ServerSource servers,
      Observer observer) {
    this(
        configuration,
        software,
        time,
        random,
        hardware,
        models,
        servers,
        observer,
        Optional.empty(),
        new Bulletin(),
        Machine.NONE);
  }

  /** The same station with its senses closed: it delivers what it has. */
  public Parts withoutSensors() {
    return new Parts(
        configuration.withoutSensors(),
        software,
        time,
        random,
        hardware,
        models,
        servers,
        observer,
        updates,
        bulletin,
        machine);
  }

  /** The same station, which puts what it observes on its bulletin. */
  Parts posting() {
    return new Parts(
        configuration,
        software,
        time,
        random,
        hardware,
        models,
        servers,
        new Posting(bulletin, time, observer),
        updates,
        bulletin,
        machine);
  }

  /** The same station on another computer. */
  Parts on(Machine other) {
    return new Parts(
        configuration,
        software,
        time,
        random,
        hardware,
        models,
        servers,
        observer,
        updates,
        bulletin,
        other);
  }

  Settings settings() {
    return configuration.settings();
  }

  /** The kind of board with that name. */
  Hardware hardware(String name) {
    return hardware.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new DeviceException(
                DeviceException.Code.ABSENT, "no hardware named \"" + name + "\" is installed"));
  }
}
