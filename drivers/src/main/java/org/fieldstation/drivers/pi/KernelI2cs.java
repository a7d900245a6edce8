package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBus;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fieldstation.drivers.kernel.I2cBus;
import org.fieldstation.drivers.kernel.KernelException;

/** Devices on the kernel's I2C buses; all devices of a bus share one descriptor and one lock. */
final class KernelI2cs extends I2CProviderBase {
  private final Map<Integer, Bus> buses = new HashMap<>();

  KernelI2cs() {
    super("kernel-i2c");
  }

  @Override
  public I2C create(I2CConfig config) {
    return Registered.in(context, new Device(this, config, bus(config.bus())), () -> {});
  }

  private synchronized Bus bus(int number) {
    return buses.computeIfAbsent(
        number,
        it -> {
          try {
            return new Bus(I2cBus.open(it));
          } catch (KernelException e) {
            throw new com.pi4j.io.exception.IOException(e);
          }
        });
  }

  @Override
  public synchronized I2CProvider shutdownInternal(Context context) {
    buses.values().forEach(it -> it.wires().close());
    buses.clear();
    return super.shutdownInternal(context);
  }

  private record Bus(I2cBus wires) implements I2CBus {
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
