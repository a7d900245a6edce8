package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.kernel.SpiPort;

/** Chips on the kernel's SPI buses. */
final class KernelSpis extends SpiProviderBase {

  KernelSpis() {
    super("kernel-spi");
  }

  @Override
  public Spi create(SpiConfig config) {
    try {
      int bus = config.bus().getBus();
      var port = SpiPort.open(bus, config.channel(), config.baud(), config.mode().getMode());
      return Registered.in(context, new Chip(this, config, port), port::close);
    } catch (KernelException e) {
      throw new com.pi4j.io.exception.IOException(e);
    }
  }

  private static final class Chip extends ByteSpi {
    private final SpiPort port;

    Chip(SpiProvider provider, SpiConfig config, SpiPort port) {
      super(provider, config);
      this.port = port;
    }

    @Override
    protected byte[] exchange(byte[] out) {
      try {
        return port.exchange(out);
      } catch (KernelException e) {
        throw new com.pi4j.io.exception.IOException(e);
      }
    }

    @Override
    public Spi shutdownInternal(Context context) {
      super.shutdownInternal(context);
      port.close();
      return this;
    }
  }
}
