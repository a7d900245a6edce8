package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.drivers.kernel.PwmChip;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;

/**
 * The kernel's driver of a PCA9685 on i2c-stub: a PWM chip in sysfs whose registers can be seen.
 */
record PwmProofs(Wiring wiring) {
  private static final Path BUS = Path.of("/sys/bus/i2c/devices/i2c-0");
  private static final String DEVICE = "0-0041";

  List<Proof> all() {
    return List.of(new Proof("pwm-pca9685", "a duty of a quarter is a quarter", this::duty));
  }

  private String duty() throws IOException {
    if (!Files.exists(BUS.resolve(DEVICE))) {
      Files.writeString(BUS.resolve("new_device"), "pca9685-pwm 0x41");
    }
    var pwm = wiring.pwm(new Place.Pwm(DEVICE, 3), 200);
    pwm.duty(0.25);
    var folder = PwmChip.folder(PwmChip.find(DEVICE).orElseThrow().number()).resolve("pwm3");
    long period = number(folder.resolve("period"));
    long duty = number(folder.resolve("duty_cycle"));
    require(period == 5_000_000, "the period is " + period + " ns");
    require(duty == period / 4, "the duty is " + duty + " ns");
    pwm.duty(0);
    require(number(folder.resolve("duty_cycle")) == 0, "it is not off");
    return "200 Hz, 25 %, off";
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }
}
