package org.fieldstation.station.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.station.listen.Ailment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TongueTest {

  @Test
  void everySentenceIsThereInBothLanguagesWithTheSameGaps() throws IOException {
    var english = book("en");
    var chinese = book("zh");

    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet())
        .allSatisfy(key ->
            assertThat(gaps(chinese.get(key)))
                .as(key.toString())
                .isEqualTo(gaps(english.get(key))));
  }

  @Test
  void everythingThatCanBreakHasWordsAndAdvice() throws IOException {
    var keys = new ArrayList<String>();
    Stream.of(DeviceException.Code.values()).forEach(it -> keys.add("device-" + Tongue.word(it)));
    Stream.of(SensorFault.Code.values()).forEach(it -> keys.add("sensor-" + Tongue.word(it)));
    Stream.of(Ailment.values())
        .filter(it -> it != Ailment.NONE)
        .forEach(it -> keys.add("microphone-" + it.word()));

    assertThat(book("en").keySet()).containsAll(keys);
    assertThat(book("en").keySet()).containsAll(keys.stream().map(it -> it + ".do").toList());
  }

  @Test
  void gapsAreFilledAndAFrenchTerminalGetsEnglish() {
    var words = new Words("sum", List.of("5", "1", "2", "0"));

    assertThat(Tongue.of(Locale.FRENCH).say(words))
        .isEqualTo("5 fine, 1 to watch, 2 failed, 0 not looked at");
    assertThat(Tongue.of(Locale.SIMPLIFIED_CHINESE).say(words)).startsWith("正常 5");
  }

  private static List<String> gaps(@Nullable Object text) {
    return java.util.regex.Pattern.compile("\\{\\d}")
        .matcher(String.valueOf(text))
        .results()
        .map(java.util.regex.MatchResult::group)
        .sorted()
        .toList();
  }

  private static Map<Object, Object> book(String language) throws IOException {
    var book = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(
                Tongue.class.getResourceAsStream("words_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      book.load(in);
    }
    return book;
  }
}
