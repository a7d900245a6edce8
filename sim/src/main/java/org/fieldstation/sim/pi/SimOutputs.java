package org.fieldstation.sim.pi;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import org.fieldstation.drivers.pi.Registered;
import org.fieldstation.sim.board.VirtualBoard;
import org.fieldstation.sim.board.VirtualPin;

/** Outputs of a virtual board. */
final class SimOutputs extends DigitalOutputProviderBase {
  private final VirtualBoard board;

  SimOutputs(VirtualBoard board) {
    super("sim-outputs");
    this.board = board;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    return Registered.in(context, new Output(this, config, board.pin(config.bcm())), () -> {});
  }

  private static final class Output extends DigitalOutputBase {
    private final VirtualPin pin;

    Output(DigitalOutputProvider provider, DigitalOutputConfig config, VirtualPin pin) {
      super(provider, config);
      this.pin = pin;
    }

    @Override
    public DigitalOutput initialize(Context context) {
      pin.drive(config.initialState() == DigitalState.HIGH);
      return super.initialize(context);
    }

    @Override
    public DigitalOutput state(DigitalState state) {
      pin.drive(state.isHigh());
      return super.state(state);
    }
  }
}
