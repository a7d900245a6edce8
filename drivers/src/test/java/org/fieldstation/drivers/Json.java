package org.fieldstation.drivers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough JSON to read expected values: objects, arrays, strings without escapes, numbers. */
public final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** Maps, lists, strings, doubles, booleans; null is left out of maps. */
  public static Object parse(String text) {
    return new Json(text).value();
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  public static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> object() {
    var map = new LinkedHashMap<String, Object>();
    at++;
    while (peek() != '}') {
      var key = string();
      peek();
      at++;
      var value = value();
      if (!"null".equals(value)) {
        map.put(key, value);
      }
      skipComma();
    }
    at++;
    return map;
  }

  private List<Object> array() {
    var list = new ArrayList<Object>();
    at++;
    while (peek() != ']') {
      list.add(value());
      skipComma();
    }
    at++;
    return list;
  }

  private String string() {
    peek();
    int end = text.indexOf('"', at + 1);
    var string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private Object word() {
    int end = at;
    while (end < text.length() && ",]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    var word = text.substring(at, end).strip();
    at = end;
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> "null";
      default -> Double.valueOf(word);
    };
  }

  private void skipComma() {
    if (peek() == ',') {
      at++;
    }
  }

  private char peek() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }
}
