package org.fieldstation.station.text;

import java.util.Locale;

/** One flat JSON object on one line (RFC 8259), written key by key. */
public final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  /** Adds a text. */
  public JsonLine put(String key, String value) {
    key(key);
    quote(value);
    return this;
  }

  /** Adds a whole number. */
  public JsonLine put(String key, long value) {
    key(key);
    text.append(value);
    return this;
  }

  /** Adds a truth value. */
  public JsonLine put(String key, boolean value) {
    key(key);
    text.append(value);
    return this;
  }

  /**
   * Adds a number with so many decimals; what is not a number becomes null, because JSON has no
   * word for it.
   */
  public JsonLine put(String key, double value, int decimals) {
    key(key);
    text.append(
        Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "null");
    return this;
  }

  private void key(String key) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(key);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          // a file name may hold half of a surrogate pair, which UTF-8 cannot carry
          if (c < 0x20 || c == 0x7f || (Character.isSurrogate(c) && !paired(value, i))) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean paired(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  @Override
  public String toString() {
    return text + "}";
  }
}
