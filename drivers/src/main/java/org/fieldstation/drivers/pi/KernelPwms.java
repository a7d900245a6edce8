package org.fieldstation.drivers.pi;

import com.pi4j.context.Context;
import com.pi4j.io.pwm.Pwm;
import com.pi4j.io.pwm.PwmBase;
import com.pi4j.io.pwm.PwmConfig;
import com.pi4j.io.pwm.PwmProvider;
import com.pi4j.io.pwm.PwmProviderBase;
import java.io.IOException;
import org.fieldstation.drivers.kernel.PwmChannel;
import org.fieldstation.drivers.kernel.PwmChip;

/** Channels of the kernel's PWM chips. */
final class KernelPwms extends PwmProviderBase {

  KernelPwms() {
    super("kernel-pwm");
  }

  @Override
  public Pwm create(PwmConfig config) {
    try {
      var channel =
          PwmChannel.open(PwmChip.folder(config.chip()), config.channel(), config.frequency());
      var pwm = new Channel(this, config, channel);
      return Registered.in(context, pwm, pwm::off);
    } catch (IOException e) {
      throw new com.pi4j.io.exception.IOException(e);
    }
  }

  private static final class Channel extends PwmBase {
    private static final double PERCENT = 100;

    private final PwmChannel channel;

    Channel(PwmProvider provider, PwmConfig config, PwmChannel channel) {
      super(provider, config);
      this.channel = channel;
    }

    @Override
    public Pwm on() {
      try {
        channel.duty(dutyCycle / PERCENT);
        onState = true;
        return this;
      } catch (IOException e) {
        throw new com.pi4j.io.exception.IOException(e);
      }
    }

    @Override
    public Pwm off() {
      try {
        channel.duty(0);
        onState = false;
        return this;
      } catch (IOException e) {
        throw new com.pi4j.io.exception.IOException(e);
      }
    }

    @Override
    public Pwm shutdownInternal(Context context) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new com.pi4j.exception.ShutdownException(e);
      }
      return this;
    }
  }
}
