package org.fieldstation.station.outlet;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.station.settings.OutletSettings;
import org.fieldstation.station.settings.OutletSettings.Powers;

/** The power switches that a station has, for those who may use them. */
public final class Outlets {
  private final Map<Powers, PowerSwitch> switches = new EnumMap<>(Powers.class);

  /** Those of a configuration. */
  public Outlets(List<OutletSettings> settings) {
    settings.forEach(
        it -> switches.put(it.name(), new PowerSwitch(it.name().name().toLowerCase(Locale.ROOT))));
  }

  /** The switch of that device; empty when it has none. */
  public Optional<PowerSwitch> of(Powers device) {
    return Optional.ofNullable(switches.get(device));
  }
}
