package org.fieldstation.drivers.pi;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.PullResistance;
import java.time.Duration;
import org.fieldstation.drivers.kernel.GpioLine;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.wires.Pull;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of the kernel's GPIO chips. Pi4J's "bus" is the chip's number, its "bcm" the line.
 *
 * <p>Like all providers here it opens the device before Pi4J's registry hears of it: the registry
 * never forgets the address of a device that could not be initialised, and would refuse it when the
 * station tries again.
 */
final class KernelInputs extends DigitalInputProviderBase {

  KernelInputs() {
    super("kernel-inputs");
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    var debounce = config.debounce();
    var settling = Duration.ofNanos(debounce == null ? 0 : debounce * 1_000);
    try {
      var line = GpioLine.input(config.bus(), config.bcm(), pull(config.pull()), settling);
      return Registered.in(context, new KernelInput(this, config, line), line::close);
    } catch (KernelException e) {
      throw new com.pi4j.io.exception.IOException(e);
    }
  }

  private static Pull pull(@Nullable PullResistance resistance) {
    return switch (resistance) {
      case PULL_UP -> Pull.UP;
      case PULL_DOWN -> Pull.DOWN;
      case OFF -> Pull.NONE;
      case null -> Pull.NONE;
    };
  }
}
