package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Stamp;

/** Reads what {@link Table} wrote, and believes nothing. */
final class TableReader {
  private static final int COLUMNS = 7;
  private static final int PARTS = COLUMNS + 2;

  private final List<ColumnReader> columns;
  private final List<Shape> shapes;
  private final Iterator<CBORObject> others;

  private TableReader(CBORObject table) {
    columns =
        IntStream.range(0, COLUMNS)
            .mapToObj(i -> new ColumnReader(table.get(i).GetByteString()))
            .toList();
    shapes = list(table.get(COLUMNS)).stream().map(Shape::of).toList();
    others = list(table.get(COLUMNS + 1)).iterator();
  }

  static List<Item> decode(byte[] bytes, long first) {
    var table = CBORObject.DecodeFromBytes(bytes);
    WireException.unless(
        table.getType() == CBORType.Array && table.size() == PARTS, "not a parcel's table");
    return new TableReader(table).items(first);
  }

  private List<Item> items(long first) {
    var items = new ArrayList<Item>();
    var what = columns.getFirst();
    long seq = first;
    while (!what.atEnd()) {
      WireException.unless(items.size() < Wire.MOST_ITEMS, "a parcel with too many items");
      WireException.unless(seq >= 0, "a number above 63 bits");
      var item = item(what.natural(), seq);
      items.add(item);
      seq = item.last() + 1;
    }
    WireException.unless(!items.isEmpty(), "an empty parcel");
    WireException.unless(
        columns.stream().allMatch(ColumnReader::atEnd) && !others.hasNext(),
        "a parcel with more than its items");
    return items;
  }

  private Item item(long what, long seq) {
    if (what == Table.TOMBSTONE) {
      var other = other();
      long last = seq + natural(other.get(0)) - 1;
      WireException.unless(last >= seq, "a tombstone over nothing");
      return new Tombstone(seq, last, Wire.name(other.get(1)));
    }
    var stamp = stamp();
    if (what == Table.WHOLE) {
      var other = other();
      var kind = Kind.of(other.get(0).AsInt32Value());
      return new Entry(seq, kind, stamp, other.get(1).GetByteString());
    }
    WireException.unless(what - Table.SHAPES < shapes.size(), "a shape that is not there");
    var shape = shapes.get((int) what - Table.SHAPES);
    long score = columns.getLast().natural();
    return new Entry(seq, Kind.DETECTION, stamp, shape.body(score));
  }

  private Stamp stamp() {
    long boot = columns.get(1).naturalStep();
    long uptime = columns.get(2).naturalStep();
    long utc = columns.get(3).nextStep() + uptime;
    int source = Math.toIntExact(columns.get(4).naturalStep());
    long uncertainty = columns.get(5).naturalStep();
    return new Stamp(boot, uptime, utc, TimeSource.of(source), uncertainty);
  }

  private CBORObject other() {
    WireException.unless(others.hasNext(), "an item that is not there");
    var other = others.next();
    WireException.unless(
        other.getType() == CBORType.Array && other.size() == 2, "an item that is not a pair");
    return other;
  }

  private static List<CBORObject> list(CBORObject list) {
    WireException.unless(list.getType() == CBORType.Array, "not a list");
    return List.copyOf(list.getValues());
  }

  private static long natural(CBORObject number) {
    long value = number.AsInt64Value();
    WireException.unless(value >= 0, "a negative number");
    return value;
  }
}
