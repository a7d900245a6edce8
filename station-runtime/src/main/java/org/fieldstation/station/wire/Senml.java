package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values with their times as SenML in CBOR (RFC 8428 §6). Numbers are written as integers or as
 * doubles wherever they are exact, and as decimal fractions (tag 4) only where they are not:
 * widespread servers refuse a decimal fraction that a double would have held.
 */
public final class Senml {
  private static final int BASE_NAME = -2;
  private static final int BASE_TIME = -3;
  private static final int NAME = 0;
  private static final int VALUE = 2;
  private static final int TEXT = 3;
  private static final int TRUTH = 4;
  private static final int TIME = 6;
  private static final int DATA = 8;

  private Senml() {}

  /**
   * One value.
   *
   * @param base what the names of neighbours have in common, for instance {@code /3303/0/}
   * @param name the rest of the name
   * @param value a number, a text, a truth value or bytes
   */
  public record Entry(String base, String name, @Nullable Instant time, Object value) {}

  /** A pack of values, in the order they are given. */
  public static byte[] encode(List<Entry> entries) {
    var pack = CBORObject.NewArray();
    String base = "";
    Instant baseTime = null;
    for (var entry : entries) {
      var one = CBORObject.NewMap();
      if (!entry.base().equals(base)) {
        base = entry.base();
        one.Set(BASE_NAME, CBORObject.FromObject(base));
      }
      if (entry.time() != null && baseTime == null) {
        baseTime = entry.time();
        one.Set(BASE_TIME, number(seconds(baseTime)));
      }
      one.Set(NAME, CBORObject.FromObject(entry.name()));
      value(one, entry.value());
      if (entry.time() != null && baseTime != null && !entry.time().equals(baseTime)) {
        one.Set(TIME, number(seconds(entry.time()).subtract(seconds(baseTime))));
      }
      pack.Add(one);
    }
    return pack.EncodeToBytes();
  }

  private static void value(CBORObject one, Object value) {
    switch (value) {
      case byte[] bytes -> one.Set(DATA, CBORObject.FromObject(bytes));
      case String text -> one.Set(TEXT, CBORObject.FromObject(text));
      case Boolean truth -> one.Set(TRUTH, CBORObject.FromObject(truth));
      case Instant time -> one.Set(VALUE, number(seconds(time)));
      case Long number -> one.Set(VALUE, CBORObject.FromObject(number));
      case Double number -> one.Set(VALUE, number(BigDecimal.valueOf(number)));
      default -> throw new WireException("SenML has no place for a " + value.getClass());
    }
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
  }

  private static CBORObject number(BigDecimal value) {
    var plain = value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() < 19) {
      return CBORObject.FromObject(plain.longValueExact());
    }
    double nearest = plain.doubleValue();
    return new BigDecimal(nearest).compareTo(plain) == 0
        ? CBORObject.FromObject(nearest)
        : CBORObject.FromObject(plain);
  }
}
