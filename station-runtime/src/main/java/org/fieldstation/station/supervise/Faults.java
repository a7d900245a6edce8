package org.fieldstation.station.supervise;

import java.util.Locale;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.models.ModelException;
import org.fieldstation.ota.disk.DiskException;
import org.fieldstation.ota.trust.TrustException;
import org.fieldstation.station.bring.BringException;
import org.fieldstation.station.collect.CollectException;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.journal.JournalException;
import org.fieldstation.station.provision.ProvisionException;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.update.SourceException;
import org.fieldstation.station.wire.WireException;

/** What broke, in the stable words that records and fleets count by. */
public final class Faults {
  private Faults() {}

  /** The code of a fault, for instance {@code device-lost}. */
  public static String code(Throwable fault) {
    return switch (fault) {
      case DeviceException e -> word("device", e.code());
      case ModelException e -> word("model", e.code());
      case JournalException e -> word("journal", e.code());
      case CentralException e -> word("central", e.code());
      case CollectException e -> e.word();
      case ProvisionException e -> e.word();
      case BringException e -> word("bring", e.code());
      case WireException _ -> "wire-damaged";
      case SettingsException _ -> "settings-wrong";
      case TrustException e -> word("trust", e.code());
      case DiskException _ -> "update-disk";
      case SourceException e -> word("source", e.code());
      default -> "bug-" + fault.getClass().getSimpleName();
    };
  }

  /** One line for a person. */
  public static String message(Throwable fault) {
    var message = fault.getMessage();
    return message == null
        ? fault.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  private static String word(String part, Enum<?> code) {
    return part + "-" + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
