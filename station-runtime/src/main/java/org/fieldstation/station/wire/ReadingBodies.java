package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldstation.drivers.Quantity;

/** Bodies of readings, read again: {@code [sensor, + [quantity, value, ? how]]}. */
public final class ReadingBodies {
  private static final int LEAST = 2;

  private ReadingBodies() {}

  /** One value of a reading. */
  public record Value(String sensor, Quantity quantity, double value) {}

  /**
   * The values of a reading whose quantity is one that sensors measure; measures of sound are not.
   *
   * @throws WireException for a body that is no reading
   */
  public static List<Value> values(byte[] body) {
    try {
      var parts = CBORObject.DecodeFromBytes(body);
      WireException.unless(
          parts.getType() == CBORType.Array && parts.size() >= LEAST, "not a reading");
      var values = new ArrayList<Value>();
      for (int i = 1; i < parts.size(); i++) {
        var name = parts.get(i).get(0).AsString();
        double value = parts.get(i).get(1).AsDoubleValue();
        Arrays.stream(Quantity.values())
            .filter(quantity -> quantity.name().replace('_', '-').equalsIgnoreCase(name))
            .forEach(quantity -> values.add(new Value(parts.get(0).AsString(), quantity, value)));
      }
      return values;
    } catch (CBORException | IllegalStateException e) {
      throw new WireException("not a reading: " + e.getMessage(), e);
    }
  }
}
