package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;

/**
 * Parcels as bytes: an envelope in CBOR (RFC 8949) around a table, which is packed when that makes
 * it shorter. docs/parcel.cddl says every byte of it.
 *
 * <pre>
 * parcel = [2, station: tstr, epoch: tstr, lane: uint, first: uint, unpacked: uint, table: bstr]
 *          ; unpacked is the table's length before packing, 0 when it is not packed
 * </pre>
 */
public final class Wire {

  /** More items than this no parcel holds. */
  public static final int MOST_ITEMS = 16_384;

  /** What the items of one parcel may come to before they are packed. */
  public static final int MOST_PLAIN = Packing.MOST_PLAIN;

  private static final int VERSION = 2;
  private static final int PARTS = 7;
  private static final int LONGEST_NAME = 128;

  private Wire() {}

  /** The parcel as bytes. */
  public static byte[] encode(Parcel parcel) {
    requireNoGaps(parcel);
    var table = Table.encode(parcel.items());
    var packed = table.length <= Packing.MOST_PLAIN ? Packing.pack(table) : table;
    boolean pays = packed.length < table.length;
    return CBORObject.NewArray()
        .Add(VERSION)
        .Add(parcel.station())
        .Add(parcel.epoch())
        .Add(parcel.lane().code())
        .Add(parcel.first())
        .Add(pays ? table.length : 0)
        .Add(pays ? packed : table)
        .EncodeToBytes();
  }

  /** As many items, from the first on, as one parcel may hold; one at least. */
  public static List<Item> prefix(List<Item> items) {
    var held = new ArrayList<Item>();
    long bytes = 0;
    for (var item : items) {
      bytes += item instanceof Item.Entry entry ? entry.body().length : 0;
      if (!held.isEmpty() && (bytes > MOST_PLAIN || held.size() == MOST_ITEMS)) {
        break;
      }
      held.add(item);
    }
    return held;
  }

  /** Seqs are not written, so a gap could not be seen by the reader. */
  private static void requireNoGaps(Parcel parcel) {
    var items = parcel.items();
    WireException.unless(
        !items.isEmpty() && items.size() <= MOST_ITEMS, "a parcel of " + items.size() + " items");
    long next = parcel.first();
    for (Item item : items) {
      WireException.unless(
          item.first() == next && item.last() >= item.first(), "a parcel with a gap at " + next);
      next = item.last() + 1;
    }
  }

  /**
   * The parcel in these bytes.
   *
   * @throws WireException when they hold anything but one well-formed parcel
   */
  public static Parcel decode(byte[] bytes) {
    try {
      var parcel = CBORObject.DecodeFromBytes(bytes);
      WireException.unless(parcel.getType() == CBORType.Array && parcel.size() > 0, "not a parcel");
      WireException.unless(
          parcel.get(0).AsInt32Value() == VERSION && parcel.size() == PARTS,
          "a parcel of another version");
      long first = parcel.get(4).AsInt64Value();
      long unpacked = parcel.get(5).AsInt64Value();
      WireException.unless(first >= 0 && unpacked >= 0, "a negative number");
      var table = parcel.get(6).GetByteString();
      return new Parcel(
          name(parcel.get(1)),
          name(parcel.get(2)),
          Lane.of(parcel.get(3).AsInt32Value()),
          TableReader.decode(unpacked == 0 ? table : Packing.unpack(table, unpacked), first));
    } catch (WireException e) {
      throw e;
    } catch (RuntimeException e) { // the library throws several kinds for bytes that are not CBOR
      throw new WireException("a parcel that cannot be read: " + e.getMessage(), e);
    }
  }

  static String name(CBORObject text) {
    var name = text.AsString();
    WireException.unless(
        name.length() <= LONGEST_NAME, "a name of " + name.length() + " characters");
    return name;
  }
}
