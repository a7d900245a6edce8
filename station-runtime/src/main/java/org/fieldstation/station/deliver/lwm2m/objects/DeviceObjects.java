package org.fieldstation.station.deliver.lwm2m.objects;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.leshan.core.model.ResourceModel;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.Measure;
import org.fieldstation.station.now.News;
import org.fieldstation.station.now.UrgentRecord;
import org.jspecify.annotations.Nullable;

/** Objects 3, 4, 7 and 20: what any server expects of any device. */
public record DeviceObjects(
    Premises premises, Management management, AtomicReference<Instant> errorsSince) {
  private static final int NO_ERROR = 0;
  private static final int LOW_BATTERY = 1;
  private static final int PERIPHERAL = 8;
  private static final int IP_CONNECTIVITY = 7;
  private static final double LOW = 20;

  private static final int BATTERY = 1;
  private static final long STATUS_NORMAL = 0;
  private static final long STATUS_LOW = 4;

  public DeviceObjects(Premises premises, Management management) {
    this(premises, management, new AtomicReference<>(Instant.MIN));
  }

  /** The shelf with them. */
  public ObjectShelf on(ObjectShelf shelf) {
    var network = new NetworkObjects(premises.links());
    var all = network.on(shelf.with(ShelfObject.known(3, () -> List.of(device()))));
    return premises.coarse()
        ? all
        : all.with(new ShelfObject(20, StandardObjects.of(20), () -> List.of(log())));
  }

  private FieldInstance device() {
    var bulletin = premises.bulletin();
    return new FieldInstance(0)
        .with(0, Field.text(() -> "fieldstation"))
        .with(1, Field.text(() -> "station"))
        .with(2, Field.text(premises::station))
        .with(3, Field.text(premises::software))
        .with(4, Field.action(_ -> management.reboot()))
        .with(6, Field.many(ResourceModel.Type.INTEGER, () -> ofBattery(bulletin, (long) BATTERY)))
        .with(7, Field.many(ResourceModel.Type.INTEGER, () -> milli(bulletin, Quantity.VOLTAGE)))
        .with(8, Field.many(ResourceModel.Type.INTEGER, () -> milli(bulletin, Quantity.CURRENT)))
        .with(9, Field.integer(() -> charge(bulletin)))
        .with(10, Field.integer(() -> Memory.ofThisComputer().freeKilobytes()))
        .with(11, Field.many(ResourceModel.Type.INTEGER, this::errors))
        .with(12, Field.action(_ -> forgetErrors()))
        .with(13, Field.time(() -> premises.clock().now().utc()))
        .with(14, Field.text(() -> "+00"))
        .with(15, Field.text(() -> "Etc/UTC"))
        .with(16, Field.text(() -> "U"))
        .with(17, Field.text(() -> "field station"))
        .with(19, Field.text(premises::software))
        .with(20, Field.integer(() -> status(bulletin)))
        .with(21, Field.integer(() -> Memory.ofThisComputer().totalKilobytes()))
        .changesWith(News.Urgent.class::isInstance, 11)
        .changesWith(DeviceObjects::ofPower, 7, 8, 9, 20);
  }

  private static boolean ofPower(News news) {
    return news instanceof News.Measured(_, var quantity)
        && (quantity == Quantity.VOLTAGE
            || quantity == Quantity.CURRENT
            || quantity == Quantity.CHARGE);
  }

  private static Map<Integer, Long> ofBattery(Bulletin bulletin, long value) {
    return bulletin.latest(Quantity.CHARGE).isPresent() ? Map.of(0, value) : Map.of();
  }

  private static Map<Integer, Long> milli(Bulletin bulletin, Quantity quantity) {
    return bulletin
        .latest(quantity)
        .map(it -> Map.of(0, Math.round(it.value() * 1000)))
        .orElse(Map.of());
  }

  private static @Nullable Long charge(Bulletin bulletin) {
    return bulletin.latest(Quantity.CHARGE).map(it -> Math.round(it.value())).orElse(null);
  }

  private static @Nullable Long status(Bulletin bulletin) {
    return bulletin
        .latest(Quantity.CHARGE)
        .map(it -> it.value() < LOW ? STATUS_LOW : STATUS_NORMAL)
        .orElse(null);
  }

  /** What broke since the errors were last reset, in the standard's few words. */
  private Map<Integer, Long> errors() {
    var codes = new TreeMap<Integer, Long>();
    var since = errorsSince.get();
    var faults =
        premises.bulletin().urgent().stream()
            .filter(it -> it.kind() == Kind.FAULT && it.at().isAfter(since))
            .map(UrgentRecord::text)
            .toList();
    if (premises.bulletin().latest(Quantity.CHARGE).map(Measure::value).orElse(100.0) < LOW) {
      codes.put(codes.size(), (long) LOW_BATTERY);
    }
    if (faults.stream().anyMatch(text -> text.contains("\"central-"))) {
      codes.put(codes.size(), (long) IP_CONNECTIVITY);
    }
    if (faults.stream().anyMatch(DeviceObjects::ofPeripheral)) {
      codes.put(codes.size(), (long) PERIPHERAL);
    }
    return codes.isEmpty() ? Map.of(0, (long) NO_ERROR) : codes;
  }

  private static boolean ofPeripheral(String text) {
    return text.contains("\"device-") || text.contains("\"sensor-");
  }

  private @Nullable String forgetErrors() {
    errorsSince.set(premises.clock().now().utc());
    premises.bulletin().changed(new News.Urgent());
    return null;
  }

  private FieldInstance log() {
    return new FieldInstance(0)
        .with(4010, Field.integer(() -> 0L))
        .with(4013, Field.integer(() -> 0L))
        .with(4014, Field.opaque(this::lines))
        .with(4015, Field.integer(() -> 1L))
        .changesWith(News.Urgent.class::isInstance, 4014);
  }

  private byte[] lines() {
    var text = new StringBuilder();
    premises
        .bulletin()
        .urgent()
        .forEach(it ->
            text.append(it.at())
                .append(' ')
                .append(it.kind())
                .append(' ')
                .append(it.text())
                .append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
