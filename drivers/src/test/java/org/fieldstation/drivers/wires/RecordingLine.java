package org.fieldstation.drivers.wires;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HexFormat;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.Scheduler;

/** A serial line on which everything has already been said; then there is silence, or no line. */
public final class RecordingLine implements SerialLine {
  private final byte[] said;
  private final Scheduler time;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int at;
  private boolean lostAtTheEnd;

  public RecordingLine(byte[] said, Scheduler time) {
    this.said = said.clone();
    this.time = time;
  }

  /** After the last byte the line is pulled out. */
  public RecordingLine thenLost() {
    lostAtTheEnd = true;
    return this;
  }

  public String written() {
    return HexFormat.of().formatHex(written.toByteArray());
  }

  @Override
  public String name() {
    return "tty";
  }

  @Override
  public int read(byte[] into, Duration atMost) throws InterruptedException {
    if (at == said.length) {
      if (lostAtTheEnd) {
        throw new DeviceException(DeviceException.Code.LOST, "tty is gone");
      }
      time.sleep(atMost);
      return 0;
    }
    int count = Math.min(into.length, said.length - at);
    System.arraycopy(said, at, into, 0, count);
    at += count;
    return count;
  }

  @Override
  public void write(byte... bytes) {
    written.writeBytes(bytes);
  }
}
