package org.fieldstation.ota.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value without fractions: a signature over 1.0 and 1 would be a signature over two texts.
 */
public sealed interface Json {

  record Text(String value) implements Json {}

  record Whole(long value) implements Json {}

  record Truth(boolean value) implements Json {}

  record Nothing() implements Json {}

  record Items(List<Json> values) implements Json {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object; its fields in canonical order. */
  record Fields(SortedMap<String, Json> values) implements Json {
    public Fields {
      var sorted = new TreeMap<String, Json>(Canonical.ORDER);
      sorted.putAll(values);
      values = Collections.unmodifiableSortedMap(sorted);
    }

    public static Fields of(Map<String, ? extends Json> values) {
      return new Fields(new TreeMap<>(values));
    }

    public Optional<Json> find(String name) {
      return Optional.ofNullable(values.get(name));
    }

    public String text(String name) {
      return need(name, Text.class).value();
    }

    public long whole(String name) {
      return need(name, Whole.class).value();
    }

    public boolean truth(String name) {
      return need(name, Truth.class).value();
    }

    public Fields fields(String name) {
      return need(name, Fields.class);
    }

    public List<Json> items(String name) {
      return need(name, Items.class).values();
    }

    private <T extends Json> T need(String name, Class<T> kind) {
      var value = find(name).orElseThrow(() -> new JsonException("no field '" + name + "'"));
      return value.as(kind, name);
    }
  }

  /** This value as that kind, or a refusal that says where. */
  default <T extends Json> T as(Class<T> kind, String where) {
    if (!kind.isInstance(this)) {
      throw new JsonException("'%s' is no %s".formatted(where, kind.getSimpleName()));
    }
    return kind.cast(this);
  }

  static Json text(String value) {
    return new Text(value);
  }

  static Json whole(long value) {
    return new Whole(value);
  }
}
