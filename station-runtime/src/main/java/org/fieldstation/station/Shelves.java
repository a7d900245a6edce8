package org.fieldstation.station;

import java.util.List;
import java.util.Optional;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ReadingPlaces;
import org.fieldstation.station.deliver.lwm2m.objects.DeviceObjects;
import org.fieldstation.station.deliver.lwm2m.objects.Premises;
import org.fieldstation.station.deliver.lwm2m.objects.SensorObjects;
import org.fieldstation.station.deliver.lwm2m.objects.SoftwareObjects;
import org.fieldstation.station.deliver.lwm2m.objects.SoundObjects;
import org.fieldstation.station.deliver.lwm2m.objects.StationObjects;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.link.LinkPolicy;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SensorSettings;
import org.fieldstation.station.settings.SettingsFile;

/** What each server may see of the station and change in it: the objects it is shown. */
record Shelves(
    SettingsFile configuration, String software, Journal journal, LinkPolicy links, Remote remote) {

  /** The objects for a server. */
  ObjectShelf of(CentralSettings server) {
    var settings = configuration.settings();
    var names = settings.sensors().stream().map(SensorSettings::name).toList();
    var kept = remote.keptFor(server);
    var management = remote.managementBy(server);
    var premises =
        new Premises(
            settings.station().name(),
            software,
            configuration.hash(),
            journal,
            remote.time(),
            remote.bulletin(),
            links,
            coarse(server));
    var shelf = new ObjectShelf(List.of(), kept, remote.bulletin());
    shelf = new DeviceObjects(premises, management).on(shelf);
    shelf = new SensorObjects(remote.bulletin(), names, kept).on(shelf);
    shelf = new SoundObjects(premises).on(shelf);
    shelf = new StationObjects(premises, management).on(shelf);
    var software =
        remote.software().stream()
            .filter(one -> management.allowed() || one.number() != Software.CONFIGURATION)
            .toList();
    return new SoftwareObjects(software, server.name()).on(shelf);
  }

  /** Where standard objects have a place for what is measured here. */
  ReadingPlaces places(CentralSettings server) {
    var names = configuration.settings().sensors().stream().map(SensorSettings::name).toList();
    return new SensorObjects(remote.bulletin(), names, remote.keptFor(server));
  }

  static boolean coarse(CentralSettings server) {
    return server.sees().equals(Optional.of("coarse"));
  }
}
