package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Stamp;

/**
 * Parcels as CBOR (RFC 8949).
 *
 * <pre>
 * parcel    = [1, station: tstr, epoch: tstr, lane: uint, [* item]]
 * item      = record / tombstone
 * record    = [seq: uint, kind: uint, boot: uint, uptime-ms: uint, utc-ms: int, source: uint,
 *              uncertainty-ms: uint, body: bstr]
 * tombstone = [first: uint, last: uint, reason: tstr]
 * </pre>
 */
public final class Wire {
  private static final int VERSION = 1;
  private static final int LONGEST_NAME = 128;

  private Wire() {}

  /** The parcel as bytes. */
  public static byte[] encode(Parcel parcel) {
    var items = CBORObject.NewArray();
    parcel.items().forEach(item -> items.Add(encode(item)));
    return CBORObject.NewArray()
        .Add(VERSION)
        .Add(parcel.station())
        .Add(parcel.epoch())
        .Add(parcel.lane().code())
        .Add(items)
        .EncodeToBytes();
  }

  private static CBORObject encode(Item item) {
    return switch (item) {
      case Entry(var seq, var kind, var stamp, var body) ->
          CBORObject.NewArray()
              .Add(seq)
              .Add(kind.code())
              .Add(stamp.boot())
              .Add(stamp.uptimeMillis())
              .Add(stamp.utcMillis())
              .Add(stamp.source().code())
              .Add(stamp.uncertaintyMillis())
              .Add(body);
      case Tombstone(var first, var last, var reason) ->
          CBORObject.NewArray().Add(first).Add(last).Add(reason);
    };
  }

  /**
   * The parcel in these bytes.
   *
   * @throws WireException when they hold anything but one well-formed parcel without gaps
   */
  public static Parcel decode(byte[] bytes) {
    try {
      var parcel = CBORObject.DecodeFromBytes(bytes);
      require(parcel.getType() == CBORType.Array && parcel.size() == 5, "not a parcel");
      require(parcel.get(0).AsInt32Value() == VERSION, "a parcel of another version");
      var items = new ArrayList<Item>();
      for (var item : parcel.get(4).getValues()) {
        items.add(item(item));
      }
      requireNoGaps(items);
      return new Parcel(
          name(parcel.get(1)), name(parcel.get(2)), Lane.of(parcel.get(3).AsInt32Value()), items);
    } catch (WireException e) {
      throw e;
    } catch (RuntimeException e) { // the library throws several kinds for bytes that are not CBOR
      throw new WireException("a parcel that cannot be read: " + e.getMessage(), e);
    }
  }

  private static Item item(CBORObject item) {
    require(item.getType() == CBORType.Array, "an item that is not a list");
    return switch (item.size()) {
      case 3 -> new Tombstone(natural(item.get(0)), natural(item.get(1)), name(item.get(2)));
      case 8 ->
          new Entry(
              natural(item.get(0)),
              Kind.of(item.get(1).AsInt32Value()),
              new Stamp(
                  natural(item.get(2)),
                  natural(item.get(3)),
                  item.get(4).AsInt64Value(),
                  TimeSource.of(item.get(5).AsInt32Value()),
                  natural(item.get(6))),
              item.get(7).GetByteString());
      default -> throw new WireException("an item with " + item.size() + " parts");
    };
  }

  private static void requireNoGaps(List<Item> items) {
    require(!items.isEmpty(), "an empty parcel");
    long next = items.getFirst().first();
    for (var item : items) {
      require(
          item.first() == next && item.last() >= item.first(), "a parcel with a gap at " + next);
      next = item.last() + 1;
    }
  }

  private static long natural(CBORObject number) {
    long value = number.AsInt64Value();
    require(value >= 0, "a negative number");
    return value;
  }

  private static String name(CBORObject text) {
    var name = text.AsString();
    require(name.length() <= LONGEST_NAME, "a name of " + name.length() + " characters");
    return name;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new WireException(otherwise);
    }
  }
}
