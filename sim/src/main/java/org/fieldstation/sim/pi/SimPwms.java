package org.fieldstation.sim.pi;

import com.pi4j.context.Context;
import com.pi4j.io.pwm.Pwm;
import com.pi4j.io.pwm.PwmBase;
import com.pi4j.io.pwm.PwmConfig;
import com.pi4j.io.pwm.PwmProvider;
import com.pi4j.io.pwm.PwmProviderBase;
import org.fieldstation.drivers.pi.Registered;
import org.fieldstation.sim.board.VirtualBoard;
import org.fieldstation.sim.board.VirtualPwm;

/** PWM channels of a virtual board. */
final class SimPwms extends PwmProviderBase {
  private final VirtualBoard board;

  SimPwms(VirtualBoard board) {
    super("sim-pwm");
    this.board = board;
  }

  @Override
  public Pwm create(PwmConfig config) {
    return Registered.in(context, new Channel(this, config, board.pwm(config.channel())), () -> {});
  }

  private static final class Channel extends PwmBase {
    private final VirtualPwm channel;

    Channel(PwmProvider provider, PwmConfig config, VirtualPwm channel) {
      super(provider, config);
      this.channel = channel;
    }

    @Override
    public Pwm on() {
      channel.set(dutyCycle / 100.0);
      onState = true;
      return this;
    }

    @Override
    public Pwm off() {
      channel.set(0);
      onState = false;
      return this;
    }

    @Override
    public Pwm shutdownInternal(Context context) {
      channel.set(0);
      return this;
    }
  }
}
