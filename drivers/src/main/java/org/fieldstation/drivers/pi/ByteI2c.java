package org.fieldstation.drivers.pi;

import com.pi4j.io.i2c.I2CBase;
import com.pi4j.io.i2c.I2CBus;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import java.util.Arrays;

/** All that Pi4J asks of an I2C device, from one method that moves bytes. */
public abstract class ByteI2c<B extends I2CBus> extends I2CBase<B> {
  private static final byte[] NOTHING = {};

  protected ByteI2c(I2CProvider provider, I2CConfig config, B bus) {
    super(provider, config, bus);
  }

  /**
   * Writes, then reads with a repeated start; either may be of no bytes. May return fewer bytes
   * than asked for.
   */
  protected abstract byte[] transfer(byte[] out, int length);

  private int read(byte[] out, byte[] into, int offset, int length) {
    var came = transfer(out, length);
    System.arraycopy(came, 0, into, offset, came.length);
    return came.length;
  }

  @Override
  public int read() {
    return Byte.toUnsignedInt(transfer(NOTHING, 1)[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    return read(NOTHING, into, offset, length);
  }

  @Override
  public int write(byte out) {
    transfer(new byte[] {out}, 0);
    return 1;
  }

  @Override
  public int write(byte[] out, int offset, int length) {
    transfer(Arrays.copyOfRange(out, offset, offset + length), 0);
    return length;
  }

  @Override
  public int readRegister(int register) {
    return Byte.toUnsignedInt(transfer(new byte[] {(byte) register}, 1)[0]);
  }

  @Override
  public int readRegister(int register, byte[] into, int offset, int length) {
    return read(new byte[] {(byte) register}, into, offset, length);
  }

  @Override
  public int readRegister(byte[] register, byte[] into, int offset, int length) {
    return read(register, into, offset, length);
  }

  @Override
  public int writeRegister(int register, byte out) {
    transfer(new byte[] {(byte) register, out}, 0);
    return 1;
  }

  @Override
  public int writeRegister(int register, byte[] out, int offset, int length) {
    return writeRegister(new byte[] {(byte) register}, out, offset, length);
  }

  @Override
  public int writeRegister(byte[] register, byte[] out, int offset, int length) {
    var all = Arrays.copyOf(register, register.length + length);
    System.arraycopy(out, offset, all, register.length, length);
    transfer(all, 0);
    return length;
  }

  /** The pause between is not made: a repeated start follows at once, on every real bus. */
  @Override
  public void writeThenRead(
      byte[] out, int from, int count, int pauseMillis, byte[] into, int offset, int length) {
    read(Arrays.copyOfRange(out, from, from + count), into, offset, length);
  }
}
