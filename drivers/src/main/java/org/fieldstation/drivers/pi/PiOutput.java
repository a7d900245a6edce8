package org.fieldstation.drivers.pi;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.OutputPin;

/** A Pi4J output as a switch. */
final class PiOutput implements OutputPin {
  private final String name;
  private final DigitalOutput output;
  private final Level active;
  private boolean on;
  private boolean lost;

  PiOutput(String name, DigitalOutput output, Level active, boolean on) {
    this.name = name;
    this.output = output;
    this.active = active;
    this.on = on;
  }

  DigitalOutput output() {
    return output;
  }

  synchronized boolean lost() {
    return lost;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void set(boolean wanted) {
    try {
      Trouble.told(
          name, () -> output.state(DigitalState.getState(wanted == (active == Level.HIGH))));
      on = wanted;
    } catch (DeviceException gone) {
      lost = true;
      throw gone;
    }
  }

  @Override
  public synchronized boolean on() {
    return on;
  }
}
