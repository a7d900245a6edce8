package org.fieldstation.sim.board;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.watch.Limits;
import org.fieldstation.drivers.watch.Nature;
import org.fieldstation.drivers.wires.Place;

/** A fault, and what a driver makes of it: the cell of the matrix. */
enum Column {
  UNPLUGGED {
    @Override
    String cell(Stand stand) throws InterruptedException {
      pull(stand, Interference.UNPLUGGED, false);
      return faults(stand, 3);
    }
  },
  HANGING {
    @Override
    String cell(Stand stand) throws InterruptedException {
      if (stand.place instanceof Place.Serial at) {
        stand.board.serial(at).disturb(_ -> new byte[0]);
      } else if (stand.place instanceof Place.OneWire at) {
        stand.board.oneWire(at).disturb(it -> new byte[it.length]); // the line lies on ground
      } else {
        stand.board.i2c(1).hang(true);
      }
      return faults(stand, 3);
    }
  },
  BIT_FLIPS {
    @Override
    String cell(Stand stand) throws InterruptedException {
      var random = new SplittableRandom(7);
      disturb(
          stand,
          Interference.flips(random, 20),
          it -> random.nextInt(3) == 0 ? flip(it, random) : it);
      return faults(stand, 60);
    }
  },
  NOISE {
    @Override
    String cell(Stand stand) throws InterruptedException {
      var random = new SplittableRandom(8);
      disturb(stand, Interference.disturbed(random, 12), it -> cut(it, random));
      return faults(stand, 60);
    }
  },
  DIP {
    @Override
    String cell(Stand stand) throws InterruptedException {
      if (stand.place instanceof Place.OneWire at) {
        stand.board.oneWire(at).chip().dip();
        return faults(stand, 1);
      }
      for (int transfer = 0; transfer < 24; transfer++) {
        var at = address(stand);
        stand.board.i2c(at.bus()).disturb(at.address(), Interference.dip(transfer));
        stand.readTruly();
        stand.recover();
      }
      return words(stand);
    }
  },
  REPLUGGED {
    @Override
    String cell(Stand stand) throws InterruptedException {
      pull(stand, Interference.UNPLUGGED, false);
      stand.readTruly();
      stand.fitting.plug(stand.kind.name(), stand.place); // another chip of the same kind
      mend(stand);
      return "back after " + stand.recover();
    }
  },
  STRANGER {
    @Override
    String cell(Stand stand) throws InterruptedException {
      if (stand.kind.name().equals("bh1750")) {
        return "not seen: it has neither id nor checksum";
      }
      var at = address(stand);
      var other = stand.kind.name().equals("max17048") ? "ds3231" : "max17048";
      stand.board.i2c(at.bus()).plugBeside(at.address(), stand.fitting.slave(other));
      var cell = faults(stand, 3);
      stand.board.i2c(at.bus()).plug(at.address(), stand.fitting.slave(slave(stand)));
      return cell;
    }
  },
  STUCK {
    @Override
    String cell(Stand stand) throws InterruptedException {
      stand.readTruly();
      stand.moods.freeze();
      for (int i = 0; i < 80; i++) {
        stand.read(Duration.ofMinutes(10));
      }
      var last = stand.read(Duration.ofMinutes(10));
      var must =
          Nature.LIMITS.entrySet().stream()
              .filter(it -> stand.kind.quantities().contains(it.getKey()))
              .filter(it -> !it.getValue().stillest().equals(Limits.FOREVER))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      var seen =
          last.faults().stream()
              .filter(it -> it.code() == SensorFault.Code.STUCK)
              .map(SensorFault::quantity)
              .collect(Collectors.toSet());
      if (!seen.equals(must)) {
        throw new AssertionError(stand.kind.name() + ": stuck are " + must + ", told are " + seen);
      }
      return seen.isEmpty() ? "not seen" : names(seen) + " after 12 h";
    }
  },
  DRIFT {
    @Override
    String cell(Stand stand) throws InterruptedException {
      for (int i = 0; i < 300; i++) {
        stand.moods.drift(1 + i * 0.02);
        stand.read(Duration.ofMinutes(1));
      }
      var last = stand.read(Duration.ofMinutes(1));
      var ended = last.faults().stream().map(SensorFault::quantity).collect(Collectors.toSet());
      for (var quantity : new Quantity[] {Quantity.AIR_TEMPERATURE, Quantity.AIR_PRESSURE}) {
        if (stand.kind.quantities().contains(quantity) && !ended.contains(quantity)) {
          throw new AssertionError(stand.kind.name() + " still tells " + last);
        }
      }
      return ended.isEmpty() ? "not seen" : "only at the end of the range: " + names(ended);
    }
  };

  /** Makes the fault, reads, and fails when a value is not true. */
  abstract String cell(Stand stand) throws InterruptedException;

  private static String faults(Stand stand, int readings) throws InterruptedException {
    for (int i = 0; i < readings; i++) {
      stand.readTruly();
    }
    return words(stand);
  }

  private static String words(Stand stand) {
    return stand.faults.isEmpty()
        ? "true values only"
        : stand.faults.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
  }

  private static String names(java.util.Set<Quantity> quantities) {
    return quantities.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
  }

  static Place.I2c address(Stand stand) {
    return stand.place instanceof Place.Input input ? input.chip() : (Place.I2c) stand.place;
  }

  private static String slave(Stand stand) {
    return stand.place instanceof Place.Input ? "ads1115" : stand.kind.name();
  }

  private static void pull(Stand stand, Interference interference, boolean in) {
    switch (stand.place) {
      case Place.OneWire at -> stand.board.oneWire(at).plugged(in);
      case Place.Serial at -> stand.board.serial(at).plugged(in);
      default -> {
        var at = address(stand);
        stand.board.i2c(at.bus()).disturb(at.address(), interference);
      }
    }
  }

  private static void disturb(Stand stand, Interference interference, UnaryOperator<byte[]> bytes) {
    switch (stand.place) {
      case Place.OneWire at -> stand.board.oneWire(at).disturb(bytes);
      case Place.Serial at -> stand.board.serial(at).disturb(bytes);
      default -> {
        var at = address(stand);
        stand.board.i2c(at.bus()).disturb(at.address(), interference);
      }
    }
  }

  /** All is well again. */
  static void mend(Stand stand) {
    stand.moods.recover();
    stand.board.i2c(1).hang(false);
    disturb(stand, Interference.NONE, UnaryOperator.identity());
    pull(stand, Interference.NONE, true);
  }

  private static byte[] flip(byte[] bytes, SplittableRandom random) {
    var changed = bytes.clone();
    int bit = random.nextInt(changed.length * 8);
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return changed;
  }

  private static byte[] cut(byte[] bytes, SplittableRandom random) {
    return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
