package org.fieldstation.sim.pi;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import org.fieldstation.drivers.pi.Edge;
import org.fieldstation.drivers.pi.Registered;
import org.fieldstation.sim.board.VirtualBoard;
import org.fieldstation.sim.board.VirtualPin;

/** Inputs of a virtual board. */
final class SimInputs extends DigitalInputProviderBase {
  private final VirtualBoard board;

  SimInputs(VirtualBoard board) {
    super("sim-inputs");
    this.board = board;
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    var pin = board.pin(config.bcm());
    pin.pull(config.pull() != PullResistance.PULL_DOWN);
    return Registered.in(context, new Input(this, config, pin), () -> {});
  }

  private static final class Input extends DigitalInputBase {
    private final VirtualPin pin;

    Input(DigitalInputProvider provider, DigitalInputConfig config, VirtualPin pin) {
      super(provider, config);
      this.pin = pin;
    }

    @Override
    public DigitalInput initialize(Context context) {
      super.initialize(context);
      pin.listen((high, nanos, sequence) ->
          dispatch(new Edge(this, DigitalState.getState(high), nanos, sequence)));
      return this;
    }

    @Override
    public DigitalState state() {
      return DigitalState.getState(pin.high());
    }

    @Override
    public DigitalInput shutdownInternal(Context context) {
      pin.listen(null);
      super.shutdownInternal(context);
      return this;
    }
  }
}
