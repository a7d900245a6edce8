package org.fieldstation.drivers.pi;

import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import java.util.Arrays;

/** All that Pi4J asks of an SPI chip, from one method that exchanges bytes. */
public abstract class ByteSpi extends SpiBase {

  protected ByteSpi(SpiProvider provider, SpiConfig config) {
    super(provider, config);
  }

  /** Sends, and takes as many bytes at the same time. */
  protected abstract byte[] exchange(byte[] out);

  @Override
  public int transfer(byte[] out, int from, byte[] into, int offset, int length) {
    var came = exchange(Arrays.copyOfRange(out, from, from + length));
    System.arraycopy(came, 0, into, offset, length);
    return length;
  }

  @Override
  public int read() {
    return Byte.toUnsignedInt(exchange(new byte[1])[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    return transfer(new byte[length], 0, into, offset, length);
  }

  @Override
  public int write(byte out) {
    exchange(new byte[] {out});
    return 1;
  }

  @Override
  public int write(byte[] out, int from, int length) {
    exchange(Arrays.copyOfRange(out, from, from + length));
    return length;
  }

  /** The pause between is not made: it would be one within a chip select. */
  @Override
  public void writeThenRead(
      byte[] out, int from, int count, int pauseMillis, byte[] into, int offset, int length) {
    var all = Arrays.copyOf(Arrays.copyOfRange(out, from, from + count), count + length);
    System.arraycopy(exchange(all), count, into, offset, length);
  }
}
