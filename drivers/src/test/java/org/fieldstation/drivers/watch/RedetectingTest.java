package org.fieldstation.drivers.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Instant;
import java.util.Set;
import org.fieldstation.drivers.Health;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.sht3x.Sht3x;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class RedetectingTest {
  private static final String MEASURED = "beef92beef92";

  /** Unplugged in the middle of a reading, away for one more, and plugged in again. */
  @Test
  void aSensorThatWasUnpluggedIsFoundAgainAndProvesItselfAgain() throws InterruptedException {
    var wires = new RecordingI2c();
    proof(wires).written("2400").read(MEASURED);
    wires.written("2400").gone();
    wires.gone();
    proof(wires).written("2400").read(MEASURED);
    var time = new VirtualTime(Instant.EPOCH);
    var place =
        new Redetecting(
            "sht3x on the mast",
            Set.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY),
            () -> Sht3x.open(wires, time));

    assertThat(Health.of(place.read())).isEqualTo(new Health.Ok());
    for (int i = 0; i < 2; i++) {
      var gone = place.read();
      assertThat(gone.readings()).isEmpty();
      assertThat(gone.faults()).hasSize(2).extracting("code").containsOnly(Code.LOST);
      assertThat(Health.of(gone)).isInstanceOf(Health.Failed.class);
    }
    assertThat(Health.of(place.read())).isEqualTo(new Health.Ok());
    wires.assertDone();
  }

  @Test
  void aSensorThatLostHalfOfItsValuesIsAWarning() throws InterruptedException {
    var wires = proof(new RecordingI2c()).written("2400").read("beef00beef92");
    var sample = Sht3x.open(wires, new VirtualTime(Instant.EPOCH)).read();
    assertThat(Health.of(sample)).isInstanceOf(Health.Warning.class);
  }

  private static RecordingI2c proof(RecordingI2c wires) {
    return wires.written("30a2").asked("f32d", MEASURED.substring(0, 6));
  }
}
