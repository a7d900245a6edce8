package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.pwm.Pwm;
import com.pi4j.io.pwm.PwmType;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.EdgeInput;
import org.fieldstation.drivers.wires.I2cWires;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.drivers.wires.OutputPin;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Pull;
import org.fieldstation.drivers.wires.PwmOutput;
import org.fieldstation.drivers.wires.SerialLine;
import org.fieldstation.drivers.wires.SpiWires;
import org.fieldstation.drivers.wires.Wiring;

/** The wiring of a board whose pins and buses are Pi4J's. */
public final class PiWiring implements Wiring {
  private final Board board;
  private final Map<Integer, Context> contexts = new HashMap<>();
  private final Map<Place, Object> open = new HashMap<>();
  private boolean closed;

  public PiWiring(Board board) {
    this.board = board;
  }

  @Override
  public synchronized I2cWires i2c(Place.I2c at) {
    return kept(
        at,
        I2cWires.class,
        () -> {
          var pi = context(0);
          var config =
              I2CConfig.newBuilder(pi).id(at.toString()).bus(at.bus()).device(at.address()).build();
          return new PiI2c(at.toString(), "i2c-" + at.bus(), pi.i2c().create(config), board);
        });
  }

  @Override
  public synchronized EdgeInput edges(Place.Pin at, Contact contact) {
    if (open.get(at) instanceof PiEdges before
        && !(before.contact().equals(contact) && there(before))) {
      forget(at, before.input());
    }
    return kept(at, EdgeInput.class, () -> openEdges(at, contact));
  }

  private EdgeInput openEdges(Place.Pin at, Contact contact) {
    int chip = board.gpioChip(at.chip());
    var pi = context(chip);
    var config =
        DigitalInputConfig.newBuilder(pi)
            .id(at.toString())
            .bus(chip)
            .bcm(at.line())
            .pull(pull(contact.pull()))
            .debounce(contact.settling().toNanos() / 1_000) // Pi4J's own default is 10 ms
            .build();
    return new PiEdges(at.toString(), pi.digitalInput().create(config), contact);
  }

  private static PullResistance pull(Pull pull) {
    return switch (pull) {
      case UP -> PullResistance.PULL_UP;
      case DOWN -> PullResistance.PULL_DOWN;
      case NONE -> PullResistance.OFF;
    };
  }

  private static boolean there(PiEdges edges) {
    try {
      edges.active();
      return true;
    } catch (DeviceException lost) {
      return false;
    }
  }

  @Override
  public synchronized OutputPin output(Place.Pin at, Level active, boolean on) {
    if (open.get(at) instanceof PiOutput before && before.lost()) {
      forget(at, before.output());
    }
    return kept(
        at,
        OutputPin.class,
        () -> {
          int chip = board.gpioChip(at.chip());
          var pi = context(chip);
          var level = DigitalState.getState(on == (active == Level.HIGH));
          var config =
              DigitalOutputConfig.newBuilder(pi)
                  .id(at.toString())
                  .bus(chip)
                  .bcm(at.line())
                  .initial(level)
                  .build();
          return new PiOutput(at.toString(), pi.digitalOutput().create(config), active, on);
        });
  }

  @Override
  public synchronized PwmOutput pwm(Place.Pwm at, int hertz) {
    return kept(
        at,
        PwmOutput.class,
        () -> {
          var pi = context(0);
          var config =
              Pwm.newConfigBuilder(pi)
                  .id(at.toString())
                  .chip(board.pwmChip(at.chip()))
                  .channel(at.channel())
                  .pwmType(PwmType.HARDWARE)
                  .frequency(hertz)
                  .initial(0)
                  .shutdown(0)
                  .build();
          return new PiPwm(at.toString(), pi.pwm().create(config));
        });
  }

  @Override
  public synchronized SpiWires spi(Place.Spi at, int hertz, int mode) {
    if (SpiBus.getByNumber(at.bus()) == null) {
      throw new DeviceException(Code.UNSUPPORTED, at + ": SPI buses are counted from 0 to 6");
    }
    return kept(
        at,
        SpiWires.class,
        () -> {
          var pi = context(0);
          var config =
              SpiConfig.newBuilder(pi)
                  .id(at.toString())
                  .bus(at.bus())
                  .channel(at.select())
                  .baud(hertz)
                  .mode(mode)
                  .build();
          return new PiSpi(at.toString(), "spi" + at.bus(), pi.spi().create(config), board);
        });
  }

  @Override
  public synchronized OneWire oneWire(Place.OneWire at) {
    return kept(at, OneWire.class, () -> board.oneWire(at));
  }

  @Override
  public synchronized SerialLine serial(Place.Serial at, int baud) {
    if (open.get(at) instanceof SerialLine before && board.lost(before)) {
      open.remove(at);
    }
    return kept(at, SerialLine.class, () -> board.serial(at, baud));
  }

  private Context context(int chip) {
    return contexts.computeIfAbsent(chip, _ -> board.context());
  }

  private <T> T kept(Place at, Class<T> kind, Supplier<T> opening) {
    if (closed) {
      throw new DeviceException(Code.CLOSED, at + ": the board is closed");
    }
    var before = open.get(at);
    if (before != null && !kind.isInstance(before)) {
      throw new DeviceException(Code.REFUSED, at + " is in use as something else");
    }
    if (before != null) {
      return kind.cast(before);
    }
    var opened = Trouble.told(at.toString(), opening);
    open.put(at, opened);
    return opened;
  }

  private void forget(Place at, com.pi4j.io.IO<?, ?, ?> device) {
    open.remove(at);
    contexts.values().forEach(it -> forget(it, device.id()));
  }

  private static void forget(Context context, String id) {
    if (context.registry().exists(id)) {
      context.registry().remove(id);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      contexts.values().forEach(Context::shutdown);
      board.close();
    }
  }
}
