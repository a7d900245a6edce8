package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.News.Measured;

/**
 * What each sensor has ever measured, over restarts. A server refuses a value of an instance that
 * is not registered, so one that was once there is registered from the start: what was measured
 * before a restart, or by a sensor that has fallen off since, can still be sent.
 */
record EverMeasured(Bulletin bulletin, List<String> sensors, Notebook kept) {
  private static final String MEASURED = "measured/";

  /** All of it, by sensor as they are configured. */
  List<Measured> all() {
    bulletin.measures().stream()
        .filter(one -> sensors.contains(one.sensor()))
        .forEach(one -> kept.put(name(one.sensor(), one.quantity()), ""));
    var names = kept.under(MEASURED).keySet();
    return sensors.stream()
        .flatMap(EverMeasured::possible)
        .filter(one -> names.contains(name(one.sensor(), one.quantity())))
        .toList();
  }

  boolean has(String sensor, Quantity quantity) {
    return bulletin.measure(sensor, quantity).isPresent()
        || kept.get(name(sensor, quantity)).isPresent();
  }

  private static Stream<Measured> possible(String sensor) {
    return Arrays.stream(Quantity.values()).map(quantity -> new Measured(sensor, quantity));
  }

  private static String name(String sensor, Quantity quantity) {
    return MEASURED + sensor + "/" + quantity.name();
  }
}
