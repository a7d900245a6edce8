package org.fieldstation.drivers.catalogue;

import static org.fieldstation.drivers.catalogue.Option.required;
import static org.fieldstation.drivers.catalogue.Option.usually;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.chip.ads1115.Ads1115;
import org.fieldstation.drivers.chip.ads1115.FullScale;
import org.fieldstation.drivers.chip.aht20.Aht20;
import org.fieldstation.drivers.chip.bh1750.Bh1750;
import org.fieldstation.drivers.chip.bme280.Bme280;
import org.fieldstation.drivers.chip.bmp3.Bmp3;
import org.fieldstation.drivers.chip.bucket.TipFile;
import org.fieldstation.drivers.chip.bucket.TippingBucket;
import org.fieldstation.drivers.chip.cup.CupAnemometer;
import org.fieldstation.drivers.chip.ds18b20.Ds18b20;
import org.fieldstation.drivers.chip.ds3231.Ds3231;
import org.fieldstation.drivers.chip.ina219.Ina219;
import org.fieldstation.drivers.chip.ina226.Ina226;
import org.fieldstation.drivers.chip.max17048.Max17048;
import org.fieldstation.drivers.chip.pms5003.Pms5003;
import org.fieldstation.drivers.chip.scd41.Scd41;
import org.fieldstation.drivers.chip.sht3x.Sht3x;
import org.fieldstation.drivers.chip.sht4x.Sht4x;
import org.fieldstation.drivers.chip.soil.SoilProbe;
import org.fieldstation.drivers.chip.tsl2591.Tsl2591;
import org.fieldstation.drivers.chip.vane.Ladder;
import org.fieldstation.drivers.chip.vane.Vane;
import org.fieldstation.drivers.chip.veml7700.Veml7700;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.watch.Nature;
import org.fieldstation.drivers.watch.Plausible;
import org.fieldstation.drivers.watch.Renewed;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.Wiring;

/** The catalogue: every chip there is a driver for, opened by its name on any board. */
public final class Chips {
  private static final Set<Quantity> AIR =
      Set.of(Quantity.AIR_TEMPERATURE, Quantity.RELATIVE_HUMIDITY);
  private static final Set<Quantity> BAROMETER =
      Set.of(Quantity.AIR_TEMPERATURE, Quantity.AIR_PRESSURE);
  private static final Set<Quantity> LIGHT = Set.of(Quantity.ILLUMINANCE);
  private static final Set<Quantity> SUPPLY =
      Set.of(Quantity.VOLTAGE, Quantity.CURRENT, Quantity.POWER);

  /** All of them, in the order in which a manual would list them. */
  public static final List<Kind> ALL =
      List.of(
          chip(
              "bme280",
              Set.of(Quantity.AIR_TEMPERATURE, Quantity.AIR_PRESSURE, Quantity.RELATIVE_HUMIDITY),
              "i2c-1/0x76",
              it -> it.readTwice(0xD0, 1, wires -> Bme280.open(wires, it.time()))),
          chip(
              "bmp280",
              BAROMETER,
              "i2c-1/0x76",
              it -> it.readTwice(0xD0, 1, wires -> Bme280.open(wires, it.time()))),
          chip(
              "bmp388",
              BAROMETER,
              "i2c-1/0x77",
              it -> it.readTwice(0x00, 1, wires -> Bmp3.open(wires, it.time()))),
          chip(
              "bmp390",
              BAROMETER,
              "i2c-1/0x77",
              it -> it.readTwice(0x00, 1, wires -> Bmp3.open(wires, it.time()))),
          chip("sht3x", AIR, "i2c-1/0x44", it -> Sht3x.open(it.i2c(), it.time())),
          chip("sht4x", AIR, "i2c-1/0x44", it -> Sht4x.open(it.i2c(), it.time())),
          chip("aht20", AIR, "i2c-1/0x38", it -> Aht20.open(it.i2c(), it.time())),
          chip(
              "ds18b20",
              Set.of(Quantity.AIR_TEMPERATURE),
              "w1/28-3c01d607a2f1",
              it -> Ds18b20.open(it.oneWire())),
          chip("bh1750", LIGHT, "i2c-1/0x23", it -> Bh1750.open(it.i2cReadTwice(), it.time())),
          chip(
              "veml7700",
              LIGHT,
              "i2c-1/0x10",
              it -> it.readTwice(0x07, 2, wires -> Veml7700.open(wires, it.time()))),
          chip(
              "tsl2591",
              LIGHT,
              "i2c-1/0x29",
              it -> it.readTwice(0xB2, 1, wires -> Tsl2591.open(wires, it.time()))),
          new Kind(
              "bucket",
              Set.of(Quantity.RAIN),
              "gpio17",
              List.of(
                  usually("millimetres-per-tip", 0.2794, 0.01, 10),
                  usually("bounce-ms", 100, 0, 1_000)),
              Chips::bucket),
          new Kind(
              "cups",
              Set.of(Quantity.WIND_SPEED),
              "gpio27",
              List.of(
                  usually("metres-per-second-per-hertz", 2.4 / 3.6, 0.01, 10),
                  usually("bounce-ms", 4, 0, 100)),
              Chips::cups),
          new Kind(
              "vane",
              Set.of(Quantity.WIND_DIRECTION),
              "i2c-1/0x48/0",
              List.of(
                  usually("supply-volts", 3.3, 1, 5.5),
                  usually("pull-up-ohm", 10_000, 100, 1e6),
                  usually("north-degrees", 0, -360, 360)),
              Chips::vane),
          new Kind(
              "soil",
              Set.of(Quantity.SOIL_WETNESS),
              "i2c-1/0x48/1",
              List.of(required("dry-volts", 0, 5), required("wet-volts", 0, 5)),
              Chips::soil),
          new Kind(
              "ads1115",
              Set.of(Quantity.VOLTAGE),
              "i2c-1/0x48/2",
              List.of(),
              it -> volts(it, FullScale.V4_096)),
          new Kind(
              "ina219",
              SUPPLY,
              "i2c-1/0x40",
              List.of(usually("shunt-ohm", 0.1, 1e-4, 10), usually("most-ampere", 3.2, 1e-3, 500)),
              it ->
                  it.medianOfThree(
                      0x00,
                      2,
                      wires ->
                          Ina219.open(
                              wires,
                              new org.fieldstation.drivers.chip.ina219.Shunt(
                                  it.option("shunt-ohm"), it.option("most-ampere")),
                              it.time()))),
          new Kind(
              "ina226",
              SUPPLY,
              "i2c-1/0x40",
              List.of(
                  usually("shunt-ohm", 0.1, 1e-4, 10),
                  usually("ampere-per-count", 2.5e-5, 1e-7, 0.1)),
              it ->
                  it.medianOfThree(
                      0xFF,
                      2,
                      wires ->
                          Ina226.open(
                              wires,
                              new org.fieldstation.drivers.chip.ina226.Shunt(
                                  it.option("shunt-ohm"), it.option("ampere-per-count")),
                              it.time()))),
          chip(
              "max17048",
              Set.of(Quantity.VOLTAGE, Quantity.CHARGE, Quantity.CHARGE_RATE),
              "i2c-1/0x36",
              it -> it.readTwice(0x08, 2, wires -> Max17048.open(wires))),
          chip(
              "ds3231",
              Set.of(Quantity.CHIP_TEMPERATURE),
              "i2c-1/0x68",
              it -> Ds3231.open(it.i2cReadTwice())),
          chip(
              "pms5003",
              Set.of(Quantity.PM1, Quantity.PM2_5, Quantity.PM10),
              "/dev/serial0",
              it -> Pms5003.open(it.serial(9_600), it.time())),
          chip(
              "scd41",
              Set.of(Quantity.CO2, Quantity.AIR_TEMPERATURE, Quantity.RELATIVE_HUMIDITY),
              "i2c-1/0x62",
              it -> Scd41.open(it.i2c(), it.time())));

  private Chips() {}

  /**
   * The kind with that name.
   *
   * @throws DeviceException UNSUPPORTED when there is none; its message names all there are
   */
  public static Kind kind(String name) {
    return ALL.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new DeviceException(
                DeviceException.Code.UNSUPPORTED,
                "no driver for \"%s\"; there are %s"
                    .formatted(
                        name.replaceAll("[^A-Za-z0-9._-]", "?"),
                        ALL.stream().map(Kind::name).collect(Collectors.joining(", ")))));
  }

  /**
   * Opens the chip, which proves that it is there and what it is. Its values are believed as far as
   * {@link Nature} allows them.
   *
   * @throws DeviceException when there is no such chip there, or it was told nonsense
   */
  public static Sensor open(Mounting mounting, Wiring wiring, TimeKeeper time)
      throws InterruptedException {
    var kind = kind(mounting.chip());
    var bench = Bench.of(kind, mounting, wiring, time);
    return new Plausible(Renewed.open(() -> proved(kind, bench)), Nature.LIMITS, time);
  }

  private static Sensor proved(Kind kind, Bench bench) throws InterruptedException {
    var sensor = kind.opening().open(bench);
    if (!sensor.quantities().equals(kind.quantities())) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "no %s there, but a %s; correct the configuration".formatted(kind.name(), sensor.name()));
    }
    return sensor;
  }

  /**
   * Opens a tipping bucket with its tips one by one, which the rate of the rain is made of.
   *
   * @throws DeviceException when there is no such pin, or it was told nonsense
   */
  public static TippingBucket bucket(Mounting mounting, Wiring wiring, TimeKeeper time) {
    return bucket(Bench.of(kind("bucket"), mounting, wiring, time));
  }

  private static Kind chip(
      String name, Set<Quantity> quantities, String usualPlace, Kind.Opening opening) {
    return new Kind(name, quantities, usualPlace, List.of(), opening);
  }

  private static TippingBucket bucket(Bench bench) {
    var gauge =
        new TippingBucket.Gauge(bench.option("millimetres-per-tip"), millis(bench, "bounce-ms"));
    return TippingBucket.open(bench.edges(Contact.COUNTED), gauge, new TipFile(bench.keptFile()));
  }

  private static Sensor cups(Bench bench) {
    var cups =
        new CupAnemometer.Cups(
            bench.option("metres-per-second-per-hertz"),
            millis(bench, "bounce-ms"),
            CupAnemometer.Cups.ARGENT.mostMetresPerSecond());
    return CupAnemometer.open(bench.edges(Contact.COUNTED), cups, bench.time());
  }

  private static Sensor vane(Bench bench) {
    var ladder = Ladder.argent(bench.option("supply-volts"), bench.option("pull-up-ohm"));
    return new Vane(volts(bench, FullScale.V4_096), ladder, bench.option("north-degrees"));
  }

  private static Sensor soil(Bench bench) {
    double dry = bench.option("dry-volts");
    double wet = bench.option("wet-volts");
    return new SoilProbe(volts(bench, FullScale.V4_096), dry, wet);
  }

  private static Sensor volts(Bench bench, FullScale scale) {
    var at = bench.input();
    var wires = new ReadTwice(bench.wiring().i2c(at.chip()));
    return Ads1115.open(wires, bench.time()).input(at.number(), scale);
  }

  private static Duration millis(Bench bench, String option) {
    return Duration.ofNanos((long) (bench.option(option) * 1e6));
  }
}
