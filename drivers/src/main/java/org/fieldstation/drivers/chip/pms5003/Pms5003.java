package org.fieldstation.drivers.chip.pms5003;

import static org.fieldstation.drivers.Quantity.PM1;
import static org.fieldstation.drivers.Quantity.PM10;
import static org.fieldstation.drivers.Quantity.PM2_5;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.drivers.wires.SerialLine;

/** A PMS5003 that sends by itself, about once a second, at 9600 baud. */
public final class Pms5003 implements Sensor {
  private static final byte[] WAKE_UP = {0x42, 0x4D, (byte) 0xE4, 0, 1, 1, 0x74}; // appendix II
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  /** The fan has to bring new air first: 30 s, says the manual's circuit attentions. */
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  /** A line full of something else is not searched for ever. */
  private static final int MOST_BYTES = 4 * Frame.BYTES;

  private final SerialLine line;
  private final StationClock clock;
  private final long awakeSinceNanos;
  private final byte[] one = new byte[1];

  private Pms5003(SerialLine line, StationClock clock, long awakeSinceNanos) {
    this.line = line;
    this.clock = clock;
    this.awakeSinceNanos = awakeSinceNanos;
  }

  /** Proves the sensor by one frame with a right sum. */
  public static Pms5003 open(SerialLine line, StationClock clock) throws InterruptedException {
    line.write(WAKE_UP);
    var sensor = new Pms5003(line, clock, clock.nanos());
    var frame = sensor.frame();
    if (frame.length < Frame.BYTES || !Frame.known(frame) || !Frame.sumFits(frame)) {
      throw new DeviceException(
          DeviceException.Code.ABSENT, line.name() + ": no PMS5003 here, no right frame came");
    }
    return sensor;
  }

  @Override
  public String name() {
    return "pms5003 at " + line.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(PM1, PM2_5, PM10);
  }

  @Override
  public Sample read() throws InterruptedException {
    var frame = frame();
    if (frame.length == 0) {
      return Sample.failed(quantities(), Code.NOT_READY, "no frame came");
    }
    if (frame.length < Frame.BYTES) {
      return Sample.failed(quantities(), Code.SHORT_READ, frame.length + " bytes of 32 came");
    }
    if (!Frame.known(frame)) {
      return Sample.failed(quantities(), Code.BAD_FRAME, "a frame of another length");
    }
    if (!Frame.sumFits(frame)) {
      return Sample.failed(quantities(), Code.BAD_CHECKSUM, "the frame's sum is wrong");
    }
    if (clock.nanos() - awakeSinceNanos < WARM_UP.toNanos()) {
      return Sample.failed(quantities(), Code.NOT_READY, "the fan has run for less than 30 s");
    }
    return new Sample.Builder()
        .within(0, 1_000, PM1, Frame.data(frame, 4))
        .within(0, 1_000, PM2_5, Frame.data(frame, 5))
        .within(0, 1_000, PM10, Frame.data(frame, 6))
        .build();
  }

  /** From the next start of a frame on: 32 bytes, fewer if the line falls silent within it. */
  private byte[] frame() throws InterruptedException {
    int before = -1;
    for (int i = 0; i < MOST_BYTES && next(); i++) {
      if (before == Frame.FIRST && one[0] == Frame.SECOND) {
        return rest();
      }
      before = one[0];
    }
    return new byte[0];
  }

  private byte[] rest() throws InterruptedException {
    var frame = new byte[Frame.BYTES];
    frame[0] = Frame.FIRST;
    frame[1] = Frame.SECOND;
    for (int i = 2; i < frame.length; i++) {
      if (!next()) {
        return Arrays.copyOf(frame, i);
      }
      frame[i] = one[0];
    }
    return frame;
  }

  private boolean next() throws InterruptedException {
    return line.read(one, LONGEST_PAUSE) == 1;
  }
}
