package org.fieldstation.drivers.pi;

import com.pi4j.io.pwm.Pwm;
import org.fieldstation.drivers.wires.PwmOutput;

/** A Pi4J PWM; its steps are Pi4J's, one percent. */
record PiPwm(String name, Pwm pwm) implements PwmOutput {

  @Override
  public void duty(double part) {
    if (!(part >= 0 && part <= 1)) {
      throw new IllegalArgumentException(part + " is no part of the time; 0 to 1 is");
    }
    int percent = (int) Math.round(part * 100);
    Trouble.told(name, () -> percent == 0 ? pwm.off() : pwm.on(percent));
  }
}
