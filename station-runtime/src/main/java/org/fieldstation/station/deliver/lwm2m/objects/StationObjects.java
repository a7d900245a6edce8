package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.leshan.core.model.ResourceModel;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.now.News;
import org.fieldstation.station.now.UrgentRecord;

/**
 * The station itself for a server that knows us: Station, Camera, Location, Alert, Link budget,
 * Command.
 */
public record StationObjects(Premises premises, Management management) {
  private static final int STATION = 26251;
  private static final int ALERT = 26256;
  private static final int LINK_BUDGET = 26257;
  private static final int COMMAND = 26258;

  /** The shelf with them. */
  public ObjectShelf on(ObjectShelf shelf) {
    var all =
        shelf
            .with(ShelfObject.defined(STATION, () -> List.of(station())))
            .with(ShelfObject.defined(LINK_BUDGET, () -> new LinkBudgets(premises.links()).all()));
    all = new CameraObject(premises.bulletin(), premises.coarse()).on(all);
    if (!premises.coarse()) {
      all = new LocationObject(premises.bulletin()).on(all);
      all = all.with(ShelfObject.defined(ALERT, () -> List.of(alert())));
    }
    return management.allowed()
        ? all.with(ShelfObject.defined(COMMAND, () -> List.of(command())))
        : all;
  }

  private FieldInstance station() {
    var clock = premises.clock();
    var plain =
        new FieldInstance(0)
            .with(0, Field.text(premises::station))
            .with(1, Field.text(premises::software))
            .with(2, Field.text(premises::configuration))
            .with(3, Field.text(() -> premises.journal().epoch()))
            .with(4, Field.integer(() -> premises.journal().boot()))
            .with(5, Field.integer(() -> clock.now().uptime().toSeconds()))
            .with(6, Field.text(() -> clock.now().source().name()))
            .with(7, Field.integer(() -> clock.now().uncertainty().toMillis()));
    return management.allowed() ? manageable(plain) : plain;
  }

  private FieldInstance manageable(FieldInstance station) {
    return station
        .with(
            8,
            Field.opaque(management::configuration)
                .writable(value ->
                    value instanceof byte[] bytes ? management.configure(bytes) : "not bytes"))
        .with(9, Field.text(management::configurationState))
        .with(10, Field.action(_ -> management.withdraw()))
        .with(11, Field.action(_ -> management.restart()))
        .changesWith(News.Remote.class::isInstance, 9);
  }

  private FieldInstance alert() {
    return new FieldInstance(0)
        .with(0, Field.text(() -> last().map(it -> it.kind().name()).orElse(null)))
        .with(1, Field.text(() -> last().map(UrgentRecord::text).orElse(null)))
        .with(2, Field.time(() -> last().map(UrgentRecord::at).orElse(null)))
        .with(3, Field.many(ResourceModel.Type.STRING, this::recent))
        .changesWith(News.Urgent.class::isInstance, 0, 1, 2, 3);
  }

  private Optional<UrgentRecord> last() {
    var all = premises.bulletin().urgent();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private Map<Integer, String> recent() {
    return numbered(
        premises.bulletin().urgent().stream()
            .map(it -> it.at() + " " + it.kind() + " " + it.text())
            .iterator());
  }

  private FieldInstance command() {
    return new FieldInstance(0)
        .with(
            0,
            new Field(
                ResourceModel.Type.STRING,
                null,
                value -> value instanceof String text ? management.command(text) : "not a text",
                null))
        .with(
            1,
            Field.many(ResourceModel.Type.STRING, () -> numbered(management.commands().iterator())))
        .with(
            2,
            new Field(
                ResourceModel.Type.STRING,
                null,
                value -> value instanceof String id ? management.cancel(id) : "not a text",
                null))
        .changesWith(News.Remote.class::isInstance, 1);
  }

  private static Map<Integer, String> numbered(Iterator<String> lines) {
    var all = new TreeMap<Integer, String>();
    while (lines.hasNext()) {
      all.put(all.size(), lines.next());
    }
    return all;
  }
}
