package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Stamp;

/** The items of a parcel as columns, because what is alike then stands together and packs well. */
final class Table {
  /** What stands in the first column for a record whose body travels as it is. */
  static final int WHOLE = 0;

  /** What stands there for a tombstone. */
  static final int TOMBSTONE = 1;

  /** What stands there for the first shape; the others follow. */
  static final int SHAPES = 2;

  private final Columns what = new Columns();
  private final Columns boot = new Columns();
  private final Columns uptime = new Columns();
  private final Columns started = new Columns();
  private final Columns source = new Columns();
  private final Columns uncertainty = new Columns();
  private final Columns score = new Columns();
  private final Map<Shape, Integer> shapes = new LinkedHashMap<>();
  private final CBORObject others = CBORObject.NewArray();

  private Table() {}

  static byte[] encode(List<Item> items) {
    var table = new Table();
    items.forEach(table::add);
    return table.toBytes();
  }

  private void add(Item item) {
    switch (item) {
      case Entry(_, var kind, var stamp, var body) -> {
        add(stamp);
        add(kind, body);
      }
      case Tombstone(var first, var last, var reason) -> {
        what.add(TOMBSTONE);
        others.Add(CBORObject.NewArray().Add(last - first + 1).Add(reason));
      }
    }
  }

  private void add(Stamp stamp) {
    boot.addStep(stamp.boot());
    uptime.addStep(stamp.uptimeMillis());
    // When the start was in UTC: the same for as long as the clock is not set.
    started.addStep(stamp.utcMillis() - stamp.uptimeMillis());
    source.addStep(stamp.source().code());
    uncertainty.addStep(stamp.uncertaintyMillis());
  }

  private void add(Kind kind, byte[] body) {
    var split = kind == Kind.DETECTION ? Shape.split(body) : null;
    if (split == null) {
      what.add(WHOLE);
      others.Add(CBORObject.NewArray().Add(kind.code()).Add(body));
      return;
    }
    what.add(SHAPES + shapes.computeIfAbsent(split.shape(), _ -> shapes.size()));
    score.add(split.score());
  }

  private byte[] toBytes() {
    var table = CBORObject.NewArray();
    for (var column : List.of(what, boot, uptime, started, source, uncertainty, score)) {
      table.Add(column.toBytes());
    }
    var known = CBORObject.NewArray();
    shapes.keySet().forEach(shape -> known.Add(shape.toCbor()));
    return table.Add(known).Add(others).EncodeToBytes();
  }
}
