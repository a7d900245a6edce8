package org.fieldstation.station.cli;

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
import org.fieldstation.station.supervise.Faults;
import org.fieldstation.station.update.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where an exception becomes a line for a person and an exit code for a script. */
final class Complaints {
  static final int NO = 1;
  static final int USAGE = 2;
  static final int ENVIRONMENT = 3;
  static final int REFUSED = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

  private Complaints() {}

  static int usage(ParameterException fault, String[] arguments) {
    fault.getCommandLine().getErr().println("station: " + fault.getMessage());
    return USAGE;
  }

  static int failure(Exception fault, CommandLine command, ParseResult parsed) {
    LOG.debug("{} failed", command.getCommandName(), fault);
    command.getErr().println("station: " + line(fault));
    command.getErr().flush();
    return code(fault);
  }

  private static String line(Exception fault) {
    boolean known = !Faults.code(fault).startsWith("bug-");
    return known
        ? Faults.message(fault)
        : "a fault of this program, please report it: "
            + fault.getClass().getSimpleName()
            + ": "
            + Faults.message(fault);
  }

  static int code(Exception fault) {
    return switch (fault) {
      case SettingsException _ -> USAGE;
      case ParameterException _ -> USAGE;
      case DeviceException e -> e.code() == DeviceException.Code.DAMAGED ? REFUSED : ENVIRONMENT;
      case ModelException e -> e.code() == ModelException.Code.NO_ENGINE ? ENVIRONMENT : REFUSED;
      case JournalException e ->
          switch (e.code()) {
            case DAMAGED, NEWER -> REFUSED;
            case READ_ONLY, FULL, HELD, FAILED -> ENVIRONMENT;
          };
      case CentralException _ -> NO;
      case BringException e -> e.code() == BringException.Code.WRONG_HASH ? REFUSED : ENVIRONMENT;
      case TrustException _ -> REFUSED;
      case DiskException _ -> ENVIRONMENT;
      case SourceException _ -> USAGE;
      case CollectException e -> e.code() == CollectException.Code.STICK ? ENVIRONMENT : REFUSED;
      case ProvisionException _ -> REFUSED;
      default -> NO;
    };
  }
}
