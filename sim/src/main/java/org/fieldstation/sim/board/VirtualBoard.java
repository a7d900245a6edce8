package org.fieldstation.sim.board;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.chips.Talker;
import org.fieldstation.sim.chips.VirtualDs18b20;

/** All that is on a virtual board, for those who plug things in and pull them out. */
public final class VirtualBoard {
  private final TimeKeeper time;
  private final Map<Integer, VirtualI2cBus> buses = new ConcurrentHashMap<>();
  private final Map<Integer, VirtualPin> pins = new ConcurrentHashMap<>();
  private final Map<Integer, VirtualPwm> pwms = new ConcurrentHashMap<>();
  private final Map<Place.Spi, UnaryOperator<byte[]>> spis = new ConcurrentHashMap<>();
  private final Map<Place.OneWire, VirtualWire> wires = new ConcurrentHashMap<>();
  private final Map<Place.Serial, VirtualLine> lines = new ConcurrentHashMap<>();

  public VirtualBoard(TimeKeeper time) {
    this.time = time;
  }

  public TimeKeeper time() {
    return time;
  }

  /** The bus with that number; the board has as many as are asked for. */
  public VirtualI2cBus i2c(int bus) {
    return buses.computeIfAbsent(bus, _ -> new VirtualI2cBus());
  }

  /** The pin with that number of the header. */
  public VirtualPin pin(int line) {
    return pins.computeIfAbsent(line, _ -> new VirtualPin(time));
  }

  public VirtualPwm pwm(int channel) {
    return pwms.computeIfAbsent(channel, _ -> new VirtualPwm());
  }

  /** Puts a chip on an SPI bus: what it answers to what it is sent, byte for byte. */
  public void plug(Place.Spi at, UnaryOperator<byte[]> chip) {
    spis.put(at, chip);
  }

  /** The chip there; with none, the line to the station stays high. */
  public UnaryOperator<byte[]> spi(Place.Spi at) {
    return spis.getOrDefault(
        at,
        out -> {
          var high = out.clone();
          java.util.Arrays.fill(high, (byte) 0xFF);
          return high;
        });
  }

  public VirtualWire plug(Place.OneWire at, VirtualDs18b20 chip) {
    return wires.computeIfAbsent(at, it -> new VirtualWire(it.serial(), chip));
  }

  public VirtualLine plug(Place.Serial at, Talker talker) {
    return lines.computeIfAbsent(at, it -> new VirtualLine(it.path(), talker, time));
  }

  /** The chip on the 1-wire bus with that number. */
  public VirtualWire oneWire(Place.OneWire at) {
    var wire = wires.get(at);
    if (wire == null) {
      throw new DeviceException(Code.ABSENT, at + " is not on the 1-wire bus");
    }
    return wire;
  }

  /** The serial line with that name. */
  public VirtualLine serial(Place.Serial at) {
    var line = lines.get(at);
    if (line == null) {
      throw new DeviceException(Code.ABSENT, at + ": there is no such device");
    }
    return line;
  }
}
