package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import org.fieldstation.drivers.kernel.GpioLine;
import org.fieldstation.drivers.kernel.KernelException;

/** Outputs of the kernel's GPIO chips, which keep their level when they are given back. */
final class KernelOutputs extends DigitalOutputProviderBase {

  KernelOutputs() {
    super("kernel-outputs");
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    try {
      boolean high = config.initialState() == DigitalState.HIGH;
      var line = GpioLine.output(config.bus(), config.bcm(), high);
      return Registered.in(context, new Output(this, config, line), line::close);
    } catch (KernelException e) {
      throw new com.pi4j.io.exception.IOException(e);
    }
  }

  private static final class Output extends DigitalOutputBase {
    private final GpioLine line;

    Output(DigitalOutputProvider provider, DigitalOutputConfig config, GpioLine line) {
      super(provider, config);
      this.line = line;
    }

    @Override
    public DigitalOutput state(DigitalState state) {
      try {
        line.set(state.isHigh());
      } catch (KernelException e) {
        throw new com.pi4j.io.exception.IOException(e);
      }
      return super.state(state);
    }

    @Override
    public DigitalOutput shutdownInternal(Context context) {
      super.shutdownInternal(context);
      line.close();
      return this;
    }
  }
}
