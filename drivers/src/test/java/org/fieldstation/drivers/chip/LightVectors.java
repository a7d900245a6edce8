package org.fieldstation.drivers.chip;

import static org.fieldstation.drivers.Quantity.ILLUMINANCE;

import java.time.Instant;
import org.fieldstation.drivers.chip.bh1750.Bh1750;
import org.fieldstation.drivers.chip.veml7700.Veml7700;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;

/** Rows for light. */
final class LightVectors {
  private LightVectors() {}

  static void bh1750(Vector row) throws InterruptedException {
    var wires = new RecordingI2c();
    for (int i = 0; i < 2; i++) {
      wires.written("01").written("42").written("65").written("20").read(row.hex("response"));
    }
    var sample = Bh1750.open(wires, new VirtualTime(Instant.EPOCH)).read();
    row.check("lux", sample.value(ILLUMINANCE));
  }

  /** The row is at gain 1 and 100 ms: the driver's third range, after two that are too dark. */
  static void veml7700(Vector row) throws InterruptedException {
    var wires = new RecordingI2c().asked("07", "81c4");
    wires.written("00 0113").written("00 0013").asked("04", "0a00").asked("00", "0013");
    wires.written("00 0110").written("00 0010").asked("04", "b900").asked("00", "0010");
    wires.written("00 0100").written("00 0000").asked("04", row.hex("als").substring(0, 4));
    wires.asked("00", "0000").written("00 0100");
    var sample = Veml7700.open(wires, new VirtualTime(Instant.EPOCH)).read();
    row.check("lux", sample.value(ILLUMINANCE));
    wires.assertDone();
  }
}
