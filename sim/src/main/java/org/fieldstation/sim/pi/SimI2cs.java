package org.fieldstation.sim.pi;

import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBus;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;
import java.util.concurrent.Callable;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.pi.ByteI2c;
import org.fieldstation.drivers.pi.Registered;
import org.fieldstation.sim.board.VirtualBoard;
import org.fieldstation.sim.board.VirtualI2cBus;

/** Devices on the I2C buses of a virtual board. */
final class SimI2cs extends I2CProviderBase {
  private final VirtualBoard board;

  SimI2cs(VirtualBoard board) {
    super("sim-i2c");
    this.board = board;
  }

  @Override
  public I2C create(I2CConfig config) {
    var bus = new Bus(board.i2c(config.bus()));
    return Registered.in(context, new Device(this, config, bus), () -> {});
  }

  private record Bus(VirtualI2cBus wires) implements I2CBus {
    @Override
    public <R> R execute(I2C device, Callable<R> action) {
      synchronized (wires) {
        try {
          return action.call();
        } catch (RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new com.pi4j.io.exception.IOException(e);
        }
      }
    }
  }

  private static final class Device extends ByteI2c<Bus> {
    Device(I2CProvider provider, I2CConfig config, Bus bus) {
      super(provider, config, bus);
    }

    @Override
    protected byte[] transfer(byte[] out, int length) {
      try {
        return i2CBus.wires().transfer(config.device(), out, length);
      } catch (KernelException e) {
        throw new com.pi4j.io.exception.IOException(e);
      }
    }
  }
}
