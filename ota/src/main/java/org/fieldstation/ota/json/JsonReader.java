package org.fieldstation.ota.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.TreeMap;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Nothing;
import org.fieldstation.ota.json.Json.Truth;
import org.fieldstation.ota.json.Json.Whole;

/**
 * Reads JSON from strangers: the whole text or nothing, no deeper than {@link #DEEPEST}, a field
 * name once per object, numbers whole. What two parsers could understand differently is refused.
 */
public final class JsonReader {
  static final int DEEPEST = 32;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  public static Json read(byte[] bytes) {
    var reader = new JsonReader(decode(bytes));
    var value = reader.value();
    reader.skipBlanks();
    if (reader.at < reader.text.length()) {
      throw reader.fault("something after the end");
    }
    return value;
  }

  private static String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonException("not UTF-8");
    }
  }

  private Json value() {
    skipBlanks();
    return switch (peek()) {
      case '{' -> fields();
      case '[' -> items();
      case '"' -> Json.text(string());
      case 't' -> word("true", new Truth(true));
      case 'f' -> word("false", new Truth(false));
      case 'n' -> word("null", new Nothing());
      default -> whole();
    };
  }

  private Json fields() {
    var fields = new TreeMap<String, Json>();
    enter();
    while (!closes('}', fields.isEmpty())) {
      skipBlanks();
      var name = string();
      skipBlanks();
      expect(':');
      if (fields.put(name, value()) != null) {
        throw fault("field '" + name + "' twice");
      }
    }
    return new Fields(fields);
  }

  private Json items() {
    var items = new ArrayList<Json>();
    enter();
    while (!closes(']', items.isEmpty())) {
      items.add(value());
    }
    return new Items(items);
  }

  private void enter() {
    at++;
    if (++depth > DEEPEST) {
      throw fault("too deep");
    }
  }

  /** Takes the closing bracket, or the comma before the next part. */
  private boolean closes(char bracket, boolean first) {
    skipBlanks();
    if (peek() == bracket) {
      at++;
      depth--;
      return true;
    }
    if (!first) {
      expect(',');
    }
    return false;
  }

  private String string() {
    expect('"');
    var out = new StringBuilder();
    for (var c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw fault("a control character in a text");
      }
      out.append(c == '\\' ? escaped() : c);
    }
    for (int i = 0; i < out.length(); i++) {
      if (Character.isSurrogate(out.charAt(i))) {
        if (i + 1 == out.length() || !Character.isSurrogatePair(out.charAt(i), out.charAt(i + 1))) {
          throw fault("half a character");
        }
        i++;
      }
    }
    return out.toString();
  }

  private char escaped() {
    return switch (next()) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
      default -> throw fault("no such escape");
    };
  }

  private int hex() {
    var c = next();
    var digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw fault("no hex digit");
    }
    return digit;
  }

  private Json whole() {
    var start = at;
    if (peek() == '-') {
      at++;
    }
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    var digits = text.substring(start, at);
    try {
      var value = Long.parseLong(digits);
      if (digits.equals(Long.toString(value))) { // neither 007 nor -0
        return new Whole(value);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw fault("no value, or a number that is not a plain whole one");
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw fault("no value");
    }
    at += word.length();
    return value;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw fault("ends too early");
    }
    return text.charAt(at);
  }

  private char next() {
    var c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw fault("'" + wanted + "' expected");
    }
  }

  private JsonException fault(String what) {
    return new JsonException("%s at character %d".formatted(what, at));
  }
}
