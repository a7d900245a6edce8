package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import java.util.function.Supplier;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.SerialLine;
import org.jspecify.annotations.Nullable;

/** What stands behind a {@link PiWiring}: Pi4J's providers, and what Pi4J has no type for. */
public interface Board extends AutoCloseable {

  /**
   * A new Pi4J context with this board's providers. There is one for each GPIO chip, because Pi4J
   * tells two lines of the same number on two chips not apart.
   */
  Context context();

  /** The kernel's number for the GPIO chip with that label; null asks for the header's. */
  int gpioChip(@Nullable String label);

  /** The kernel's number for the PWM chip with that name; null asks for the header's. */
  int pwmChip(@Nullable String name);

  OneWire oneWire(Place.OneWire at);

  SerialLine serial(Place.Serial at, int baud);

  /** Whether that line was lost, so that it has to be opened again. */
  boolean lost(SerialLine line);

  /** Does something on a bus, on the thread that the bus has for itself if it has one. */
  <T> T on(String bus, Supplier<T> action);

  @Override
  void close();
}
