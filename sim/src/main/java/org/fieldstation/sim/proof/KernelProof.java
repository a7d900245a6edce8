package org.fieldstation.sim.proof;

import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.drivers.pi.LinuxBoard;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.time.SystemTime;

/**
 * Tries every provider on the kernel's simulated devices and prints a line for each proof; exit 1
 * when one fails. Expects gpio-sim with the label {@code pinctrl-bcm2711}, i2c-stub as i2c-0 with
 * chips at 0x76, 0x68, 0x40 and 0x41, cuse, softdog, and socat.
 */
public final class KernelProof {
  private KernelProof() {}

  public static void main(String[] args) {
    var time = new SystemTime();
    var only = List.of(args);
    try (var wiring = new PiWiring(new LinuxBoard())) {
      var proofs =
          Stream.of(
                  new GpioProofs(wiring, time).all(),
                  new StubProofs(wiring, time).all(),
                  new CuseProofs(wiring, time).all(),
                  new PwmProofs(wiring).all(),
                  new SerialProofs(wiring, time).all(),
                  new WatchdogProofs(time).all())
              .flatMap(List::stream)
              .filter(it -> only.isEmpty() || only.contains(it.device()))
              .toList();
      long failed = proofs.stream().filter(it -> !it.tell()).count();
      System.out.flush();
      if (failed > 0) {
        System.exit(1);
      }
    }
    System.exit(0); // Pi4J's own threads are no daemons
  }
}
