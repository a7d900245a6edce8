package org.fieldstation.drivers.chip.ds18b20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Linux 6.1 wrote into w1_slave in the guest of scripts/hil. */
final class KernelSlaveTest {
  @TempDir Path folder;
  private KernelSlave slave;

  @BeforeEach
  void place() {
    slave = new KernelSlave(folder);
  }

  private void says(String text) throws IOException {
    Files.writeString(folder.resolve("w1_slave"), text);
  }

  @Test
  void theScratchpadIsTheFirstLine() throws IOException {
    says("58 01 4b 46 7f ff 0c 10 c2 : crc=c2 YES\n58 01 4b 46 7f ff 0c 10 c2 t=21500\n");
    assertThat(slave.convertAndRead()).startsWith(0x58, 0x01).endsWith(0x10, 0xC2).hasSize(9);
  }

  /** Field failure this prevents: a cable that was cut, told as a short read for ever. */
  @Test
  void aKernelThatSaysNothingHasLostTheChip() throws IOException {
    says("");
    assertLost();
  }

  @Test
  void aChipThatTheKernelHasForgottenIsLost() {
    assertLost();
  }

  private void assertLost() {
    assertThatThrownBy(slave::convertAndRead)
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.code()).isEqualTo(DeviceException.Code.LOST));
  }
}
