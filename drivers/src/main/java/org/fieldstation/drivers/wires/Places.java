package org.fieldstation.drivers.wires;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fieldstation.drivers.DeviceException;

/** How places are written. */
final class Places {
  private static final String NUMBER = "(0|[1-9][0-9]{0,2})";
  private static final String ADDRESS = "0x([0-9A-Fa-f]{1,2})";
  private static final String NAME = "([A-Za-z0-9][A-Za-z0-9._-]{0,63})";

  /** The first and last addresses are reserved by the I2C specification, section 3.1.12. */
  private static final int LEAST_ADDRESS = 0x08;

  private static final int MOST_ADDRESS = 0x77;
  private static final int LONGEST_SHOWN = 60;

  private record Form(Pattern pattern, Function<MatchResult, Place> place) {}

  private static final List<Form> FORMS =
      List.of(
          form("i2c-" + NUMBER + "/" + ADDRESS, it -> i2c(it)),
          form(
              "i2c-" + NUMBER + "/" + ADDRESS + "/([0-9])",
              it -> new Place.Input(i2c(it), number(it, 3))),
          form("gpio" + NUMBER, it -> new Place.Pin(null, number(it, 1))),
          form("gpio:" + NAME + "/" + NUMBER, it -> new Place.Pin(it.group(1), number(it, 2))),
          form("spi" + NUMBER + "\\." + NUMBER, it -> new Place.Spi(number(it, 1), number(it, 2))),
          form("pwm" + NUMBER, it -> new Place.Pwm(null, number(it, 1))),
          form("pwm:" + NAME + "/" + NUMBER, it -> new Place.Pwm(it.group(1), number(it, 2))),
          form("w1/([0-9a-f]{2}-[0-9a-f]{12})", it -> new Place.OneWire(it.group(1))),
          form("(/dev(?:/[A-Za-z0-9][A-Za-z0-9._:+@-]{0,127}){1,4})", it -> serial(it)));

  private Places() {}

  static Place parse(String at) {
    for (var form : FORMS) {
      var matcher = form.pattern().matcher(at);
      if (matcher.matches()) {
        return form.place().apply(matcher.toMatchResult());
      }
    }
    throw new DeviceException(
        DeviceException.Code.UNSUPPORTED,
        "\"%s\" is no place on a board; write i2c-1/0x76, i2c-1/0x48/2, gpio17, spi0.0, pwm0, w1/28-… or /dev/…"
            .formatted(shown(at)));
  }

  private static Form form(String pattern, Function<MatchResult, Place> place) {
    return new Form(Pattern.compile(pattern), place);
  }

  private static Place.I2c i2c(MatchResult it) {
    int address = Integer.parseInt(it.group(2), 16);
    if (address < LEAST_ADDRESS || address > MOST_ADDRESS) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED,
          "%s: I2C addresses are from 0x08 to 0x77".formatted(it.group()));
    }
    return new Place.I2c(number(it, 1), address);
  }

  private static Place.Serial serial(MatchResult it) {
    return new Place.Serial(it.group(1));
  }

  private static int number(MatchResult it, int group) {
    return Integer.parseInt(it.group(group));
  }

  /** What a terminal may be shown of text from outside: short, and no control characters. */
  private static String shown(String at) {
    var clean = at.codePoints().filter(it -> !Character.isISOControl(it)).limit(LONGEST_SHOWN);
    return clean
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
