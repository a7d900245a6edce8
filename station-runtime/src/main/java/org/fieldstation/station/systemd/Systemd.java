package org.fieldstation.station.systemd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * sd_notify(3) of libsystemd. Java has no datagram sockets of the local kind, which is what systemd
 * listens on; so it is one call of the C library.
 */
final class Systemd implements ServiceManager {
  private static final Logger LOG = LoggerFactory.getLogger(Systemd.class);

  /** Whatever the socket is, those who are started by this process shall know it too. */
  private static final int KEEP_ENVIRONMENT = 0;

  private final MethodHandle notify;

  private Systemd(MethodHandle notify) {
    this.notify = notify;
  }

  /** The manager that started this process; nobody when its library is not there. */
  static ServiceManager load() {
    try {
      var library = SymbolLookup.libraryLookup("libsystemd.so.0", Arena.global());
      var shape = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS);
      return new Systemd(
          Linker.nativeLinker().downcallHandle(library.findOrThrow("sd_notify"), shape));
    } catch (IllegalArgumentException absent) {
      LOG.warn("systemd waits to hear from the station, but libsystemd0 is not installed");
      return ServiceManager.NOBODY;
    }
  }

  @Override
  public void tell(String state) {
    try (var arena = Arena.ofConfined()) {
      int sent = (int) notify.invokeExact(KEEP_ENVIRONMENT, arena.allocateFrom(state));
      if (sent < 0) {
        LOG.warn("systemd could not be told {} (error {})", state, -sent);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("libsystemd could not be called", e);
    }
  }
}
