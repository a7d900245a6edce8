package org.fieldstation.station.doctor;

import java.util.List;

/**
 * Something to be said in the language of whoever listens.
 *
 * @param key which sentence, and the stable code that programs count by
 * @param values what stands in its gaps {@code {0}}, {@code {1}} …
 */
public record Words(String key, List<String> values) {
  public Words {
    values = List.copyOf(values);
  }

  static Words of(String key, Object... values) {
    return new Words(key, List.of(values).stream().map(String::valueOf).toList());
  }
}
