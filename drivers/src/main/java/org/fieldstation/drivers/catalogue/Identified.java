package org.fieldstation.drivers.catalogue;

import java.util.Arrays;
import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.wires.I2cWires;

/**
 * A chip that proves by its id after each reading that it is still alone at its address. When a
 * second one is plugged in there, both pull the line down for their zeros, and values come that
 * neither has measured.
 */
final class Identified implements Sensor {
  private final Sensor sensor;
  private final I2cWires wires;
  private final byte register;
  private final byte[] id;

  private Identified(Sensor sensor, I2cWires wires, byte register, byte[] id) {
    this.sensor = sensor;
    this.wires = wires;
    this.register = register;
    this.id = id;
  }

  /** That sensor, which has just been opened, with what it has in its id register. */
  static Identified of(Sensor sensor, I2cWires wires, int register, int length) {
    var id = wires.writeThenRead(new byte[] {(byte) register}, length);
    return new Identified(sensor, wires, (byte) register, id);
  }

  @Override
  public String name() {
    return sensor.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return sensor.quantities();
  }

  @Override
  public Sample read() throws InterruptedException {
    var sample = sensor.read();
    if (Arrays.equals(id, wires.writeThenRead(new byte[] {register}, id.length))) {
      return sample;
    }
    return Sample.failed(quantities(), Code.BAD_FRAME, "another chip answers at this address too");
  }
}
