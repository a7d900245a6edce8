package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.sim.cuse.CuseSpi;

/**
 * The way to a chip on SPI. No chip of the catalogue is on it, so this one answers each byte with
 * what it was sent before it, as a shift register does.
 */
record SpiProofs(Wiring wiring, TimeKeeper time) {
  private static final Place.Spi AT = new Place.Spi(6, 0);
  private static final Path NODE = Path.of("/dev/spidev6.0");
  private static final Duration A_LITTLE = Duration.ofMillis(100);
  private static final int HERTZ = 1_000_000;

  List<Proof> all() {
    return List.of(new Proof("spidev", "bytes go out and come in; gone, it is lost", this::shift));
  }

  private String shift() throws IOException, InterruptedException {
    var chip = CuseSpi.start(SpiProofs::shifted, AT);
    try {
      for (int i = 0; i < 50 && !Files.exists(NODE); i++) {
        time.sleep(A_LITTLE);
      }
      var wires = wiring.spi(AT, HERTZ, 0);
      for (int length : new int[] {1, 3, 64, 4_096}) {
        var out = new byte[length];
        for (int i = 0; i < length; i++) {
          out[i] = (byte) (i * 31 + length);
        }
        require(
            java.util.Arrays.equals(wires.exchange(out), shifted(out)),
            length + " bytes came back changed");
      }
      chip.close();
      wires.exchange((byte) 1);
      throw new AssertionError("a chip that is gone answers");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.LOST, "it is " + e);
      return "1 to 4096 bytes; " + e.getMessage();
    } finally {
      chip.close();
    }
  }

  private static byte[] shifted(byte[] out) {
    var in = new byte[out.length];
    System.arraycopy(out, 0, in, 1, out.length - 1);
    return in;
  }
}
