package org.fieldstation.drivers.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.CO2;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.FixedSensor;
import org.junit.jupiter.api.Test;

final class RenewedTest {

  @Test
  void twoReadsWithNothingButFaultsOpenItAnew() throws InterruptedException {
    Queue<FixedSensor> openings =
        new ArrayDeque<>(
            List.of(FixedSensor.failing(CO2, Code.NOT_READY), FixedSensor.of(CO2, 420)));
    var sensor = Renewed.open(openings::remove);
    assertThat(sensor.read().readings()).isEmpty();
    assertThat(sensor.read().readings()).isEmpty();
    assertThat(sensor.read().value(CO2)).hasValue(420);
    assertThat(sensor.read().value(CO2)).hasValue(420);
    assertThat(openings).isEmpty();
  }
}
