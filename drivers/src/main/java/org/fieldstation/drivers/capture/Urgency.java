package org.fieldstation.drivers.capture;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread's claim to a processor before all others. Java's own priorities are ignored by HotSpot
 * on Linux, and a processor that is busy with a model must not cost a second of sound.
 */
final class Urgency {
  private static final Logger LOG = LoggerFactory.getLogger(Urgency.class);

  /** For setpriority(2), which on Linux means the calling thread when it is told process 0. */
  private static final int PRIO_PROCESS = 0;

  static final int NICE = -15;

  private Urgency() {}

  /** Asks for the calling thread; a station that may not have it (LimitNICE=) records without. */
  static void claim() {
    var linker = Linker.nativeLinker();
    var shape = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    linker
        .defaultLookup()
        .find("setpriority")
        .map(function -> linker.downcallHandle(function, shape))
        .ifPresent(setpriority -> {
          try {
            if ((int) setpriority.invokeExact(PRIO_PROCESS, 0, NICE) != 0) {
              LOG.info("capture runs at ordinary priority; allow more with LimitNICE=-15");
            }
          } catch (Throwable e) {
            LOG.info("capture runs at ordinary priority", e);
          }
        });
  }
}
