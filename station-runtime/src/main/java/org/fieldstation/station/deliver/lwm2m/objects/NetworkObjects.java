package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.leshan.core.model.ResourceModel;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.link.InterfaceCounters;
import org.fieldstation.station.link.LinkPolicy;
import org.fieldstation.station.settings.LinkSettings;
import org.jspecify.annotations.Nullable;

/**
 * Objects 4 and 7: the link that carries now. Signal strength is left out, although the standard
 * makes it mandatory, where nothing measures it.
 */
record NetworkObjects(
    LinkPolicy links, InterfaceCounters interfaces, AtomicReference<@Nullable Span> counted) {
  private static final long LTE = 6;
  private static final long WLAN = 21;
  private static final long ETHERNET = 41;

  /** Counters at the beginning of a collection, and at its end once that has come. */
  record Span(long sent, long received, @Nullable Span end) {}

  NetworkObjects(LinkPolicy links) {
    this(links, InterfaceCounters.ofThisComputer(), new AtomicReference<>());
  }

  ObjectShelf on(ObjectShelf shelf) {
    return shelf
        .with(ShelfObject.known(4, () -> List.of(connectivity())))
        .with(ShelfObject.known(7, () -> List.of(statistics())));
  }

  private FieldInstance connectivity() {
    return new FieldInstance(0)
        .with(0, Field.integer(() -> link().map(NetworkObjects::bearer).orElse(null)))
        .with(1, Field.many(ResourceModel.Type.INTEGER, this::bearers))
        .with(4, Field.many(ResourceModel.Type.STRING, this::addresses));
  }

  private FieldInstance statistics() {
    return new FieldInstance(0)
        .with(2, Field.integer(() -> kilobytes(true)))
        .with(3, Field.integer(() -> kilobytes(false)))
        .with(6, Field.action(_ -> begin()))
        .with(7, Field.action(_ -> end()));
  }

  private Optional<LinkSettings> link() {
    return links
        .carrying()
        .flatMap(name ->
            links.links().stream()
                .filter(link -> link.networkInterface().equals(name))
                .findFirst());
  }

  private static @Nullable Long bearer(LinkSettings link) {
    return switch (link.bearer().toLowerCase(Locale.ROOT)) {
      case "ethernet" -> ETHERNET;
      case "wifi" -> WLAN;
      case "lte" -> LTE;
      default -> null; // the standard has no number for a satellite
    };
  }

  private Map<Integer, Long> bearers() {
    var known = new LinkedHashSet<Long>();
    for (var link : links.links()) {
      var number = bearer(link);
      if (number != null) {
        known.add(number);
      }
    }
    return numbered(List.copyOf(known));
  }

  private Map<Integer, String> addresses() {
    return links
        .carrying()
        .map(interfaces::addresses)
        .map(NetworkObjects::numbered)
        .orElse(Map.of());
  }

  private static <T> Map<Integer, T> numbered(List<T> values) {
    var all = new TreeMap<Integer, T>();
    values.forEach(value -> all.put(all.size(), value));
    return all;
  }

  private @Nullable String begin() {
    var now = now();
    if (now == null) {
      return "nothing counts on this link";
    }
    counted.set(now);
    return null;
  }

  private @Nullable String end() {
    var begun = counted.get();
    if (begun == null) {
      return "no collection has begun";
    }
    counted.set(new Span(begun.sent(), begun.received(), now()));
    return null;
  }

  private @Nullable Long kilobytes(boolean sent) {
    var begun = counted.get();
    if (begun == null) {
      return null;
    }
    var until = begun.end() == null ? now() : begun.end();
    if (until == null) {
      return null;
    }
    long bytes = sent ? until.sent() - begun.sent() : until.received() - begun.received();
    return bytes < 0 ? null : bytes / 1000; // below zero: the interface came up anew
  }

  private @Nullable Span now() {
    var sent = links.carrying().map(interfaces::sent).orElse(OptionalLong.empty());
    var received = links.carrying().map(interfaces::received).orElse(OptionalLong.empty());
    return sent.isEmpty() || received.isEmpty()
        ? null
        : new Span(sent.getAsLong(), received.getAsLong(), null);
  }
}
