package org.fieldstation.drivers.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.fieldstation.drivers.DeviceException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalTest {

  @ParameterizedTest
  @CsvSource({
    "2, ABSENT, switch it on in the boot configuration",
    "13, REFUSED, run as a user who may open it",
    "1, REFUSED, run as a user who may open it",
    "16, REFUSED, another program holds it",
    "22, UNSUPPORTED, the device cannot do that",
    "121, LOST, nobody answers",
    "19, LOST, nobody answers",
    "107, LOST, nobody answers",
    "110, LOST, the bus hangs",
    "71, LOST, the bus was disturbed",
    "99, LOST, errno 99"
  })
  void theKernelsReasonBecomesACodeAndOneLine(int errno, Code code, String words) {
    var told = Refusal.of("i2c-1/0x76", new KernelException("open /dev/i2c-1", errno));
    assertThat(told.code()).isEqualTo(code);
    assertThat(told).hasMessageStartingWith("i2c-1/0x76: ").hasMessageContaining(words);
    assertThat(told.getMessage()).doesNotContain("\n");
  }

  @Test
  void anotherTroubleWithAFileIsALoss() {
    assertThat(Refusal.of("pwm0", new IOException("broken")).code()).isEqualTo(Code.LOST);
  }
}
