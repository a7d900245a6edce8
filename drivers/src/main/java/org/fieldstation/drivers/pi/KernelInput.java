package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import org.fieldstation.drivers.kernel.GpioLine;
import org.fieldstation.drivers.kernel.GpioWatcher;
import org.fieldstation.drivers.kernel.KernelException;
import org.jspecify.annotations.Nullable;

/** An input of a GPIO chip. */
final class KernelInput extends DigitalInputBase {
  private final GpioLine line;
  private @Nullable GpioWatcher watcher;
  private volatile @Nullable KernelException gone;

  KernelInput(DigitalInputProvider provider, DigitalInputConfig config, GpioLine line) {
    super(provider, config);
    this.line = line;
  }

  @Override
  public DigitalInput initialize(Context context) {
    super.initialize(context);
    try {
      watcher = GpioWatcher.start("edges of " + id(), line, this::edge, lost -> gone = lost);
      return this;
    } catch (KernelException e) {
      throw new com.pi4j.exception.InitializeException(e);
    }
  }

  private void edge(boolean high, long nanos, long sequence) {
    dispatch(new Edge(this, DigitalState.getState(high), nanos, sequence));
  }

  @Override
  public DigitalState state() {
    var lost = gone;
    try {
      if (lost != null) {
        throw lost;
      }
      return DigitalState.getState(line.high());
    } catch (KernelException e) {
      throw new com.pi4j.io.exception.IOException(e);
    }
  }

  /** Pi4J calls this twice: once for the input, once for the registry. */
  @Override
  public DigitalInput shutdownInternal(Context context) {
    var open = watcher;
    if (open != null) {
      watcher = null;
      open.close();
      super.shutdownInternal(context);
    }
    return this;
  }
}
