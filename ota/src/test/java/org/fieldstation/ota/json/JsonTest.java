package org.fieldstation.ota.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Nothing;
import org.fieldstation.ota.json.Json.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One text has one meaning, one value has one text. */
class JsonTest {
  private final SplittableRandom random = new SplittableRandom(1);

  private static Json read(String text) {
    return JsonReader.read(text.getBytes(UTF_8));
  }

  @Test
  void theCanonicalFormSortsByCodePointAndEscapesOnlyQuoteAndBackslash() {
    var text = "{ \"\\uD83D\\uDC26\": 1, \"\\uFFFD\": [true, null, -5], \"a\\n\\\"\\\\\": \"鸟\" }";
    assertThat(new String(Canonical.bytes(read(text)), UTF_8))
        .isEqualTo("{\"a\n\\\"\\\\\":\"鸟\",\"\uFFFD\":[true,null,-5],\"🐦\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "1.0",
        "1e3",
        "01",
        "-0",
        "+1",
        "--1",
        "9223372036854775808",
        "tru",
        "nul",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "NaN",
        "'a'",
        "[1 2]",
        "/**/1",
        "\uFEFF1"
      })
  void whatTwoParsersCouldUnderstandDifferentlyIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    var overlong = new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'};
    assertThatThrownBy(() -> JsonReader.read(overlong)).isInstanceOf(JsonException.class);
  }

  @Test
  void aMillionBracketsDoNotExhaustTheStack() {
    assertThatThrownBy(() -> read("[".repeat(1_000_000))).hasMessageContaining("too deep");
    assertThat(read("[".repeat(32) + "]".repeat(32))).isInstanceOf(Items.class);
  }

  @Test
  void aFieldOfAnotherKindIsNamed() {
    var fields = read("{\"a\":\"1\"}").as(Fields.class, "test");
    assertThatThrownBy(() -> fields.whole("a")).hasMessageContaining("'a'");
    assertThatThrownBy(() -> fields.text("b")).hasMessageContaining("'b'");
  }

  @Test
  void anyValueIsReadBackAsItWasAndWrittenTheSameAgain() {
    for (int i = 0; i < 2000; i++) {
      var value = value(0);
      var bytes = Canonical.bytes(escapeControls(value));
      assertThat(JsonReader.read(bytes)).isEqualTo(escapeControls(value));
      assertThat(Canonical.bytes(JsonReader.read(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void anyNoiseIsAValueOrARefusalAndNothingElse() {
    for (int i = 0; i < 20_000; i++) {
      var noise = Canonical.bytes(value(0));
      for (int n = random.nextInt(4); n >= 0 && noise.length > 0; n--) {
        noise[random.nextInt(noise.length)] =
            (byte) "{}[]\",:\\u0e-.tfn9 \0\u00ff".charAt(random.nextInt(20));
      }
      try {
        JsonReader.read(noise);
      } catch (JsonException _) {
        // refused, which is an answer
      }
    }
  }

  /** The canonical form writes control characters bare, which no JSON reader takes back. */
  private static Json escapeControls(Json value) {
    return switch (value) {
      case Json.Text(var text) -> Json.text(clean(text));
      case Items(var items) -> new Items(items.stream().map(JsonTest::escapeControls).toList());
      case Fields(var fields) -> {
        var clean = new TreeMap<String, Json>();
        fields.forEach((name, one) -> clean.put(clean(name), escapeControls(one)));
        yield Fields.of(clean);
      }
      case Json.Whole whole -> whole;
      case Truth truth -> truth;
      case Nothing nothing -> nothing;
    };
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "_");
  }

  private Json value(int depth) {
    return switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> Json.whole(random.nextLong() >> random.nextInt(64));
      case 1 -> Json.text(text());
      case 2 -> new Truth(random.nextBoolean());
      case 3 -> new Nothing();
      case 4 -> new Items(values(depth + 1));
      default -> {
        var fields = new TreeMap<String, Json>();
        values(depth + 1).forEach(value -> fields.put(text(), value));
        yield Fields.of(fields);
      }
    };
  }

  private List<Json> values(int depth) {
    var values = new ArrayList<Json>();
    for (int n = random.nextInt(5); n > 0; n--) {
      values.add(value(depth));
    }
    return values;
  }

  private String text() {
    return random
        .ints(random.nextInt(6), 0, 0x1F600)
        .filter(point -> point < 0xD800 || point > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
