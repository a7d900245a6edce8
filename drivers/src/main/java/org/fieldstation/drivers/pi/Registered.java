package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.IO;

/** How an open device is made known to Pi4J. */
public final class Registered {
  private Registered() {}

  /** Adds it; if Pi4J does not want it, it is closed again. */
  public static <T extends IO<?, ?, ?>> T in(Context context, T device, Runnable close) {
    try {
      context.registry().add(device);
      return device;
    } catch (Pi4JException e) {
      close.run();
      throw e;
    }
  }
}
