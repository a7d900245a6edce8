package org.fieldstation.drivers.wires;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.fieldstation.drivers.DeviceException;

/**
 * An I2C device made of a list: it knows what will be said to it and what it answers, and fails on
 * everything else. Bytes are hexadecimal, blanks are for the eye.
 */
public final class RecordingI2c implements I2cWires {
  private final ArrayDeque<Step> steps = new ArrayDeque<>();

  private sealed interface Step {
    record Written(String bytes) implements Step {}

    record Read(String answer) implements Step {}

    record Asked(String bytes, String answer) implements Step {}

    record Gone() implements Step {}
  }

  /** It expects to be written to. */
  public RecordingI2c written(String bytes) {
    return then(new Step.Written(plain(bytes)));
  }

  /** It expects to be read, and answers. */
  public RecordingI2c read(String answer) {
    return then(new Step.Read(plain(answer)));
  }

  /** It expects to be written to and read in one transaction, and answers. */
  public RecordingI2c asked(String bytes, String answer) {
    return then(new Step.Asked(plain(bytes), plain(answer)));
  }

  /** Whatever comes next, nobody acknowledges it. */
  public RecordingI2c gone() {
    return then(new Step.Gone());
  }

  public void assertDone() {
    assertThat(steps).as("what the driver should have done and did not").isEmpty();
  }

  private RecordingI2c then(Step step) {
    steps.addLast(step);
    return this;
  }

  @Override
  public String name() {
    return "i2c-1/0x42";
  }

  @Override
  public void write(byte... bytes) {
    var step = next();
    assertThat(new Step.Written(hex(bytes))).isEqualTo(step);
  }

  @Override
  public byte[] read(int length) {
    if (next() instanceof Step.Read(var answer)) {
      return cut(answer, length);
    }
    throw new AssertionError("a read of " + length + " bytes was not expected");
  }

  @Override
  public byte[] writeThenRead(byte[] bytes, int length) {
    var step = next();
    if (step instanceof Step.Asked(var asked, var answer) && asked.equals(hex(bytes))) {
      return cut(answer, length);
    }
    throw new AssertionError("asked for %s, expected %s".formatted(hex(bytes), step));
  }

  private Step next() {
    assertThat(steps).as("nothing more was expected").isNotEmpty();
    var step = steps.removeFirst();
    if (step instanceof Step.Gone) {
      throw new DeviceException(DeviceException.Code.LOST, name() + ": nobody acknowledges");
    }
    return step;
  }

  /** A bus never gives more than it was asked for, and sometimes less. */
  private static byte[] cut(String answer, int length) {
    var bytes = HexFormat.of().parseHex(answer);
    return Arrays.copyOf(bytes, Math.min(bytes.length, length));
  }

  private static String plain(String bytes) {
    return bytes.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
