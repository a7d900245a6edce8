package org.fieldstation.drivers.kernel;

import java.io.IOException;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;

/** What a refusal of the kernel means for a station. */
public final class Refusal {
  private Refusal() {}

  /** The same in the station's words, for the device with that name. */
  public static DeviceException of(String device, IOException refused) {
    var why = String.valueOf(refused.getMessage());
    var line = why.startsWith(device) ? why : device + ": " + why;
    return refused instanceof KernelException kernel
        ? new DeviceException(code(kernel.errno()), line + advice(kernel), refused)
        : new DeviceException(Code.LOST, line, refused);
  }

  private static Code code(int errno) {
    return switch (errno) {
      case Errno.ENOENT -> Code.ABSENT;
      case Errno.EPERM, Errno.EACCES, Errno.EBUSY -> Code.REFUSED;
      case Errno.EINVAL, Errno.ENOTTY, Errno.EOPNOTSUPP -> Code.UNSUPPORTED;
      default -> Code.LOST;
    };
  }

  private static String advice(KernelException refused) {
    return switch (refused.errno()) {
      case Errno.EPERM, Errno.EACCES -> "; run as a user who may open it, or as root";
      case Errno.ENOENT -> "; switch it on in the boot configuration";
      default -> "";
    };
  }
}
