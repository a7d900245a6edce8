package org.fieldstation.station;

import java.util.List;
import java.util.Optional;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
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
    shelf = new SensorObjects(remote.bulletin(), sensors(), kept).on(shelf);
    shelf = new SoundObjects(premises).on(shelf);
    shelf = new StationObjects(premises, management).on(shelf);
    var software =
        remote.software().stream()
            .filter(one -> management.allowed() || one.number() != Software.CONFIGURATION)
            .toList();
    return new SoftwareObjects(software, server.name()).on(shelf);
  }

  /** The sensors' names, in the order in which objects count them. */
  List<String> sensors() {
    return configuration.settings().sensors().stream().map(SensorSettings::name).toList();
  }

  static boolean coarse(CentralSettings server) {
    return server.sees().equals(Optional.of("coarse"));
  }
}
