package org.fieldstation.station.classify;

import java.util.Locale;

/** A flat JSON object on one line, written key by key. */
final class Json {
  private final StringBuilder text = new StringBuilder("{");

  Json text(String key, String value) {
    key(key);
    quote(value);
    return this;
  }

  Json number(String key, long value) {
    key(key);
    text.append(value);
    return this;
  }

  Json number(String key, double value, int decimals) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " is no number");
    }
    key(key);
    text.append(String.format(Locale.ROOT, "%." + decimals + "f", value));
    return this;
  }

  @Override
  public String toString() {
    return text + "}";
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
      var c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          // a file name may hold half of a surrogate pair, which UTF-8 cannot carry
          if (c < ' ' || c == 0x7f || isLonely(value, i)) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isLonely(String value, int i) {
    var c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
