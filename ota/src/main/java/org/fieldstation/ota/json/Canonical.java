package org.fieldstation.ota.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Consumer;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Nothing;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.Json.Truth;
import org.fieldstation.ota.json.Json.Whole;

/**
 * The one way to write a value, which is what gets signed: no blanks, fields in the order of their
 * code points, and in texts only the quote and the backslash escaped.
 */
public final class Canonical {
  /** Code-point order, which is the order of UTF-8 bytes and not that of Java's UTF-16. */
  static final Comparator<String> ORDER =
      (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

  private final StringBuilder out = new StringBuilder();

  private Canonical() {}

  public static byte[] bytes(Json value) {
    var canonical = new Canonical();
    canonical.write(value);
    return canonical.out.toString().getBytes(UTF_8);
  }

  private void write(Json value) {
    switch (value) {
      case Text(var text) -> write(text);
      case Whole(var whole) -> out.append(whole);
      case Truth(var truth) -> out.append(truth);
      case Nothing() -> out.append("null");
      case Items(var items) -> list('[', items.iterator(), this::write, ']');
      case Fields(var fields) -> list('{', fields.entrySet().iterator(), this::writeField, '}');
    }
  }

  private void writeField(java.util.Map.Entry<String, Json> field) {
    write(field.getKey());
    out.append(':');
    write(field.getValue());
  }

  private <T> void list(char open, Iterator<T> parts, Consumer<T> writer, char close) {
    out.append(open);
    while (parts.hasNext()) {
      writer.accept(parts.next());
      if (parts.hasNext()) {
        out.append(',');
      }
    }
    out.append(close);
  }

  private void write(String text) {
    out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
