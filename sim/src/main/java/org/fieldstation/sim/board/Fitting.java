package org.fieldstation.sim.board;

import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.chips.Slave;
import org.fieldstation.sim.chips.Surroundings;
import org.fieldstation.sim.chips.Talker;
import org.fieldstation.sim.chips.VirtualAds1115;
import org.fieldstation.sim.chips.VirtualAht20;
import org.fieldstation.sim.chips.VirtualBh1750;
import org.fieldstation.sim.chips.VirtualBme280;
import org.fieldstation.sim.chips.VirtualBmp3;
import org.fieldstation.sim.chips.VirtualDs18b20;
import org.fieldstation.sim.chips.VirtualDs3231;
import org.fieldstation.sim.chips.VirtualGnss;
import org.fieldstation.sim.chips.VirtualIna219;
import org.fieldstation.sim.chips.VirtualIna226;
import org.fieldstation.sim.chips.VirtualMax17048;
import org.fieldstation.sim.chips.VirtualPms5003;
import org.fieldstation.sim.chips.VirtualScd41;
import org.fieldstation.sim.chips.VirtualSht3x;
import org.fieldstation.sim.chips.VirtualSht4x;
import org.fieldstation.sim.chips.VirtualTsl2591;
import org.fieldstation.sim.chips.VirtualVeml7700;
import org.fieldstation.sim.world.Weather;

/** Makes virtual chips by the names the catalogue of drivers has for the real ones. */
public record Fitting(VirtualBoard board, Surroundings around, Weather weather) {
  private static final double MILLIMETRES_PER_TIP = 0.2794;
  private static final double METRES_PER_CLOSING = 2.4 / 3.6;
  // On the ridge of Ailaoshan, as good a place as any.
  private static final double NORTH_DEGREES = 24.545;
  private static final double EAST_DEGREES = 101.029;
  private static final double METRES = 2_476;
  private static final double LONGEST_SECONDS = 3_600;

  /** Plugs a chip of that kind in there, whatever was there before. */
  public void plug(String kind, Place at) {
    switch (at) {
      case Place.I2c it -> board.i2c(it.bus()).plug(it.address(), slave(kind));
      case Place.Input it -> plugOnce(it.chip());
      case Place.Pin it -> turn(kind, board.pin(it.line()));
      case Place.OneWire it -> board.plug(it, new VirtualDs18b20(around));
      case Place.Serial it -> board.plug(it, talker(kind));
      case Place.Spi _, Place.Pwm _ -> throw unknown(kind);
    }
  }

  private void plugOnce(Place.I2c at) {
    var bus = board.i2c(at.bus());
    if (!bus.addresses().contains(at.address())) {
      bus.plug(at.address(), slave("ads1115"));
    }
  }

  /** A chip of that kind that is not on any bus yet. */
  public Slave slave(String kind) {
    TimeKeeper time = board.time();
    return switch (kind) {
      case "bme280" -> VirtualBme280.bme280(around, time);
      case "bmp280" -> VirtualBme280.bmp280(around, time);
      case "bmp388" -> VirtualBmp3.bmp388(around, time);
      case "bmp390" -> VirtualBmp3.bmp390(around, time);
      case "sht3x" -> new VirtualSht3x(around, time);
      case "sht4x" -> new VirtualSht4x(around, time);
      case "aht20" -> new VirtualAht20(around, time);
      case "bh1750" -> new VirtualBh1750(around, time);
      case "veml7700" -> new VirtualVeml7700(around, time);
      case "tsl2591" -> new VirtualTsl2591(around, time);
      case "ads1115", "vane", "soil" -> new VirtualAds1115(around, time);
      case "ina219" -> new VirtualIna219(around);
      case "ina226" -> new VirtualIna226(around);
      case "max17048" -> new VirtualMax17048(around);
      case "ds3231" -> new VirtualDs3231(around, time);
      case "scd41" -> new VirtualScd41(around, time);
      default -> throw unknown(kind);
    };
  }

  private Talker talker(String kind) {
    return switch (kind) {
      case "pms5003" -> new VirtualPms5003(around);
      case "gnss" ->
          new VirtualGnss(() -> board.time().now().utc(), NORTH_DEGREES, EAST_DEGREES, METRES);
      default -> throw unknown(kind);
    };
  }

  private void turn(String kind, VirtualPin pin) {
    Pulses.Rate rate =
        switch (kind) {
          case "bucket" ->
              (from, to) -> (weather.rainSum(to) - weather.rainSum(from)) / MILLIMETRES_PER_TIP;
          case "cups" ->
              (from, to) -> way(Math.max(from, to - LONGEST_SECONDS), to) / METRES_PER_CLOSING;
          default -> throw unknown(kind);
        };
    pin.beforeLooking(new Pulses(pin, rate, board.time()));
  }

  /** How far the wind went, second by second. */
  private double way(double from, double to) {
    int steps = (int) Math.ceil(to - from);
    double step = (to - from) / Math.max(1, steps);
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += weather.windSpeed(from + (i + 0.5) * step) * step;
    }
    return sum;
  }

  private static DeviceException unknown(String kind) {
    return new DeviceException(Code.UNSUPPORTED, "there is no virtual " + kind + " for that place");
  }
}
