package org.fieldstation.drivers.pi;

import com.pi4j.exception.Pi4JException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.kernel.Errno;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.kernel.Refusal;

/** What Pi4J's exceptions mean: the kernel's reason is somewhere inside them. */
final class Trouble {
  private Trouble() {}

  /** Does it, and tells trouble in the station's words. */
  static <T> T told(String device, Supplier<T> action) {
    try {
      return action.get();
    } catch (Pi4JException e) {
      throw of(device, e);
    }
  }

  private static DeviceException of(String device, Pi4JException trouble) {
    for (Throwable it = trouble; it != null; it = it.getCause()) {
      switch (it) {
        case AccessDeniedException _ -> {
          return Refusal.of(device, new KernelException("open", Errno.EACCES));
        }
        case NoSuchFileException _ -> {
          return Refusal.of(device, new KernelException("open", Errno.ENOENT));
        }
        case IOException reason -> {
          return Refusal.of(device, reason);
        }
        default -> {}
      }
    }
    return new DeviceException(Code.REFUSED, device + ": " + trouble.getMessage(), trouble);
  }
}
