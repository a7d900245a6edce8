package org.fieldstation.drivers.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.fieldstation.drivers.Json;
import org.fieldstation.drivers.SharedData;

/** One row of the vectors that others recorded: bytes, and what they mean. */
public record Vector(
    String device,
    Map<String, Object> input,
    Map<String, Object> expected,
    Map<String, Object> tolerance) {

  public static Stream<Vector> all() {
    try {
      var text = Files.readString(SharedData.file("sensors/vectors.json"));
      return Json.list(Json.parse(text)).stream().map(Json::object).map(Vector::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vector of(Map<String, Object> row) {
    return new Vector(
        (String) row.get("device"),
        Json.object(row.get("input")),
        Json.object(row.get("expected")),
        Json.object(row.getOrDefault("tolerance", Map.of())));
  }

  public boolean gives(String key) {
    return input.containsKey(key);
  }

  /** Hexadecimal bytes. */
  public String hex(String key) {
    return ((String) input.get(key)).replace(" ", "").replaceFirst("\\(.*", "");
  }

  public double number(String key) {
    return (Double) input.get(key);
  }

  public int[] integers(String key) {
    List<Object> list = Json.list(input.get(key));
    return list.stream().mapToInt(it -> ((Double) it).intValue()).toArray();
  }

  public String expectedText(String key) {
    return (String) expected.get(key);
  }

  /** The measured value is the expected one, or both are missing. */
  public void check(String key, OptionalDouble measured) {
    if (expected.containsKey(key)) {
      check(key, measured.orElseThrow());
    } else {
      assertThat(measured).as(key).isEmpty();
    }
  }

  public void check(String key, double measured) {
    double slack = (Double) tolerance.getOrDefault(key, 1e-9);
    assertThat(measured).as(key).isCloseTo((Double) expected.get(key), within(slack));
  }
}
