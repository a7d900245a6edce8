package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.leshan.client.resource.LwM2mInstanceEnabler;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ReadingPlaces;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.Measure;
import org.fieldstation.station.now.News;
import org.jspecify.annotations.Nullable;

/**
 * The station's sensors as IPSO objects, for servers that know nothing else of us. An instance is
 * ten times the sensor's place in the configuration, so that it stays the same when another sensor
 * comes up first; what else the same sensor measures in the same unit follows it. An instance stays
 * when its sensor falls silent: its value is then the last, or absent after a restart.
 */
public record SensorObjects(Bulletin bulletin, List<String> sensors, Notebook kept)
    implements ReadingPlaces {
  private static final Map<Quantity, Integer> OBJECTS =
      Map.of(
          Quantity.AIR_TEMPERATURE, 3303,
          Quantity.CHIP_TEMPERATURE, 3303,
          Quantity.RELATIVE_HUMIDITY, 3304,
          Quantity.AIR_PRESSURE, 3315,
          Quantity.ILLUMINANCE, 3301,
          Quantity.VOLTAGE, 3316,
          Quantity.CURRENT, 3317,
          Quantity.POWER, 3328);

  private static final int VALUE = 5700;
  private static final int UNITS = 5701;
  private static final int LEAST = 5601;
  private static final int MOST = 5602;
  private static final int RESET = 5605;
  private static final int APPLICATION = 5750;
  private static final int TIMESTAMP = 5518;
  private static final int LONGEST_TYPE = 64;

  /** The shelf with them. */
  public ObjectShelf on(ObjectShelf shelf) {
    for (int id : OBJECTS.values().stream().distinct().sorted().toList()) {
      shelf = shelf.with(new ShelfObject(id, StandardObjects.of(id), () -> instances(id)));
    }
    return shelf
        .with(new ShelfObject(3411, StandardObjects.of(3411), () -> batteries()))
        .with(new ShelfObject(3446, StandardObjects.of(3446), () -> gauges()));
  }

  @Override
  public boolean shown(String sensor, Quantity quantity) {
    return new EverMeasured(bulletin, sensors, kept).has(sensor, quantity);
  }

  @Override
  public Optional<String> path(String sensor, Quantity quantity) {
    var object = OBJECTS.get(quantity);
    return object == null || !sensors.contains(sensor)
        ? Optional.empty()
        : Optional.of("/" + object + "/" + instance(sensor, quantity) + "/" + VALUE);
  }

  private int instance(String sensor, Quantity quantity) {
    return sensors.indexOf(sensor) * 10 + (quantity == Quantity.CHIP_TEMPERATURE ? 1 : 0);
  }

  private List<LwM2mInstanceEnabler> instances(int object) {
    return new EverMeasured(bulletin, sensors, kept)
        .all().stream()
            .filter(one -> OBJECTS.getOrDefault(one.quantity(), 0) == object)
            .<LwM2mInstanceEnabler>map(one -> generic(object, one.sensor(), one.quantity()))
            .toList();
  }

  private FieldInstance generic(int object, String sensor, Quantity quantity) {
    int id = instance(sensor, quantity);
    return of(id, sensor, quantity, VALUE, LEAST, MOST, TIMESTAMP)
        .with(VALUE, Field.decimal(() -> now(sensor, quantity).map(Measure::value).orElse(null)))
        .with(UNITS, Field.text(quantity::unit))
        .with(LEAST, Field.decimal(() -> now(sensor, quantity).map(Measure::least).orElse(null)))
        .with(MOST, Field.decimal(() -> now(sensor, quantity).map(Measure::most).orElse(null)))
        .with(RESET, Field.action(_ -> reset(sensor, quantity)))
        .with(APPLICATION, word("/" + object + "/" + id + "/" + APPLICATION, sensor));
  }

  private List<LwM2mInstanceEnabler> batteries() {
    return holding(Quantity.CHARGE)
        .<LwM2mInstanceEnabler>map(sensor ->
            of(instance(sensor, Quantity.CHARGE), sensor, Quantity.CHARGE, 1, 6, TIMESTAMP)
                .with(1, Field.integer(() -> charge(sensor)))
                .with(
                    3,
                    Field.decimal(
                        () -> now(sensor, Quantity.VOLTAGE).map(Measure::value).orElse(null)))
                .with(5, percent("/3411/" + sensor + "/5"))
                .with(6, Field.truth(() -> low(sensor))))
        .toList();
  }

  private List<LwM2mInstanceEnabler> gauges() {
    return holding(Quantity.RAIN)
        .<LwM2mInstanceEnabler>map(sensor ->
            of(instance(sensor, Quantity.RAIN), sensor, Quantity.RAIN, 1, TIMESTAMP)
                .with(
                    1,
                    Field.decimal(
                        () -> now(sensor, Quantity.RAIN).map(Measure::value).orElse(null)))
                .with(4, word("/3446/" + sensor + "/4", sensor)))
        .toList();
  }

  private FieldInstance of(int id, String sensor, Quantity quantity, int... changing) {
    return new FieldInstance(id)
        .with(TIMESTAMP, Field.time(() -> now(sensor, quantity).map(Measure::at).orElse(null)))
        .changesWith(new News.Measured(sensor, quantity)::equals, changing);
  }

  private Stream<String> holding(Quantity quantity) {
    return sensors.stream().filter(sensor -> now(sensor, quantity).isPresent());
  }

  private Optional<Measure> now(String sensor, Quantity quantity) {
    return bulletin.measure(sensor, quantity);
  }

  private @Nullable Long charge(String sensor) {
    return now(sensor, Quantity.CHARGE).map(one -> Math.round(one.value())).orElse(null);
  }

  private @Nullable Boolean low(String sensor) {
    var limit = kept.get("/3411/" + sensor + "/5").map(Long::valueOf);
    return limit
        .flatMap(least -> now(sensor, Quantity.CHARGE).map(one -> one.value() < least))
        .orElse(null);
  }

  private @Nullable String reset(String sensor, Quantity quantity) {
    bulletin.resetRange(sensor, quantity);
    return null;
  }

  private Field word(String path, String before) {
    return Field.text(() -> kept.get(path).orElse(before))
        .writable(value -> {
          if (!(value instanceof String text) || text.length() > LONGEST_TYPE) {
            return "a text of at most " + LONGEST_TYPE + " characters";
          }
          kept.put(path, text);
          return null;
        });
  }

  private Field percent(String path) {
    return Field.integer(() -> kept.get(path).map(Long::valueOf).orElse(null))
        .writable(value -> {
          if (!(value instanceof Long number) || number < 0 || number > 100) {
            return "a percentage";
          }
          kept.put(path, number.toString());
          return null;
        });
  }
}
