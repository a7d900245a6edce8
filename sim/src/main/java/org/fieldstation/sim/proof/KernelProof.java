package org.fieldstation.sim.proof;

import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.drivers.pi.LinuxBoard;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.time.SystemTime;

/**
 * Tries every provider on the kernel's simulated devices and prints a line for each proof; exit 1
 * when one fails. Expects what {@code scripts/hil.d/probes/kernel.sh} has set up.
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
                  new SpiProofs(wiring, time).all(),
                  new WireProofs(wiring, time).all(),
                  new SerialProofs(wiring, time).all(),
                  new CameraProofs(time).all(),
                  new ChipProofs(wiring).all(),
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
