package org.fieldstation.station;

import org.fieldstation.station.deliver.lwm2m.objects.Management;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.software.Conductor;
import org.jspecify.annotations.Nullable;

/** Configurations that came signed are tried as those are that a server writes. */
record Configurations(Remote remote, SettingsFile file) implements Conductor {

  /** A server that was taken out of the configuration meanwhile has nothing to say any more. */
  private @Nullable ManagedBy by(String server) {
    return file.settings().centrals().stream()
        .filter(one -> one.name().equals(server))
        .filter(one -> one.manages().orElse(false))
        .map(CentralSettings::name)
        .map(name -> new ManagedBy(name, remote, file))
        .findFirst()
        .orElse(null);
  }

  @Override
  public @Nullable String examine(String server, byte[] proposal) {
    var manager = by(server);
    return manager == null ? Management.NO : manager.examine(proposal);
  }

  @Override
  public @Nullable String configure(String server, byte[] proposal) {
    var manager = by(server);
    return manager == null ? Management.NO : manager.configure(proposal);
  }

  @Override
  public @Nullable String withdraw(String server) {
    var manager = by(server);
    return manager == null ? Management.NO : manager.withdraw();
  }

  @Override
  public byte[] current() {
    return remote.desk().current();
  }
}
