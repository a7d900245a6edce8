package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;

/**
 * The body of a reading, read back. Acoustic measures, which are readings too but of no {@link
 * Quantity}, are left out.
 */
public record ReadingBody(String sensor, List<Reading> readings) {
  private static final Map<String, Quantity> QUANTITIES =
      Arrays.stream(Quantity.values()).collect(Collectors.toMap(ReadingBody::word, it -> it));

  /** How a quantity is called on the wire. */
  static String word(Quantity quantity) {
    return quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads one.
   *
   * @throws WireException for a body that is none
   */
  public static ReadingBody of(byte[] body) {
    try {
      var parts = CBORObject.DecodeFromBytes(body);
      if (parts.getType() != CBORType.Array || parts.size() == 0) {
        throw new WireException("not a reading: " + parts.getType());
      }
      var readings = new ArrayList<Reading>();
      for (int i = 1; i < parts.size(); i++) {
        var quantity = QUANTITIES.get(parts.get(i).get(0).AsString());
        if (quantity != null) {
          readings.add(new Reading(quantity, parts.get(i).get(1).AsDoubleValue()));
        }
      }
      return new ReadingBody(parts.get(0).AsString(), List.copyOf(readings));
    } catch (CBORException | IllegalStateException | IllegalArgumentException e) {
      throw new WireException("not a reading: " + e.getMessage(), e);
    }
  }
}
