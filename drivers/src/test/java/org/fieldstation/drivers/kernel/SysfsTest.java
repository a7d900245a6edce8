package org.fieldstation.drivers.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in folders that look like the kernel's. */
final class SysfsTest {
  @TempDir Path sys;

  private void chip(int number, String device) throws IOException {
    var real = Files.createDirectories(sys.resolve("devices").resolve(device));
    var folder = Files.createDirectories(sys.resolve("pwm/pwmchip" + number));
    Files.createSymbolicLink(folder.resolve("device"), real);
  }

  /**
   * On a Raspberry Pi 5 the fan's chip may come first, and the numbers change from boot to boot.
   */
  @Test
  void theHeadersPwmIsFoundByItsDeviceNotByItsNumber() throws IOException {
    chip(0, "1f0009c000.pwm");
    chip(2, "1f00098000.pwm");
    assertThat(PwmChip.find(sys.resolve("pwm"), null)).map(PwmChip::number).hasValue(2);
    assertThat(PwmChip.find(sys.resolve("pwm"), "1f0009c000.pwm")).map(PwmChip::number).hasValue(0);
    assertThat(PwmChip.find(sys.resolve("pwm"), "none")).isEmpty();
  }

  @Test
  void theOnlyPwmIsTheHeadersAndOfSeveralStrangersNoneIs() throws IOException {
    chip(0, "0-0040");
    assertThat(PwmChip.find(sys.resolve("pwm"), null)).map(PwmChip::device).hasValue("0-0040");
    chip(1, "0-0041");
    assertThat(PwmChip.find(sys.resolve("pwm"), null)).isEmpty();
    assertThat(PwmChip.find(sys.resolve("nothing"), null)).isEmpty();
  }

  @Test
  void aPwmIsOffWhenItIsOpenedAndWhenItIsClosed() throws IOException {
    var folder = Files.createDirectories(sys.resolve("pwmchip0/pwm1"));
    Files.writeString(folder.resolve("duty_cycle"), "999");
    var pwm = PwmChannel.open(sys.resolve("pwmchip0"), 1, 1_000);
    assertThat(folder.resolve("duty_cycle")).hasContent("0");
    assertThat(folder.resolve("period")).hasContent("1000000");
    assertThat(folder.resolve("enable")).hasContent("1");
    pwm.duty(0.3);
    assertThat(folder.resolve("duty_cycle")).hasContent("300000");
    pwm.close();
    pwm.close();
    assertThat(folder.resolve("duty_cycle")).hasContent("0");
    assertThat(folder.resolve("enable")).hasContent("0");
    assertThatThrownBy(() -> pwm.duty(1)).isInstanceOf(KernelException.class);
  }

  @Test
  void aMachineWithoutGpioHasNoChip() throws IOException {
    assertThat(GpioChip.find(sys, null)).isEmpty();
    assertThat(GpioChip.find(sys, "pinctrl-rp1")).isEmpty();
  }
}
