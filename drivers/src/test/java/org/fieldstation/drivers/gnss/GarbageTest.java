package org.fieldstation.drivers.gnss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What else is on a line. -Dfieldstation.seed=N repeats a run. */
final class GarbageTest {
  private static final List<String> SENTENCES =
      List.of(
          Talk.sentence("GNRMC,120001,A,2712.000,N,10012.000,E,0,0,040726,,"),
          Talk.sentence("GPGGA,120001,2712.000,N,10012.000,E,1,08,0.9,545.4,M,46.9,M,,"),
          Talk.sentence("GNGSA,A,3,01,02,03,,,,,,,,,,1.8,1.1,1.5"),
          Talk.sentence("GLGSV,1,1,02,65,40,083,46,66,17,308,41"),
          Talk.sentence("GPZDA,120001,04,07,2026,00,00"));

  @Test
  void aLineOfAMegabyteIsSkippedInTheMemoryOfOneSentence() {
    var lines = new Lines();
    assertThat(heard(lines, ("$GPRMC," + "1".repeat(1 << 20) + "\r\n").getBytes(ascii())))
        .isEmpty();
    assertThat(heard(lines, (SENTENCES.getFirst() + "\r\n").getBytes(ascii()))).hasSize(1);
    assertThat(lines.refused()).isEqualTo(1);
  }

  @Test
  void aSentenceInTwoHalvesWithNothingBetweenIsOne() {
    var lines = new Lines();
    var text = SENTENCES.getFirst() + "\n";
    for (int cut = 0; cut <= text.length(); cut++) {
      var heard = new ArrayList<>(heard(lines, text.substring(0, cut).getBytes(ascii())));
      heard.addAll(heard(lines, text.substring(cut).getBytes(ascii())));
      assertThat(heard).hasSize(1);
    }
  }

  @Test
  void aSentenceThatBeginsWithinAnotherIsHeard() {
    var text = SENTENCES.get(0).substring(0, 20) + SENTENCES.get(1) + "\r\n";
    assertThat(heard(new Lines(), text.getBytes(ascii())))
        .extracting("type")
        .containsExactly("GGA");
  }

  /** Whole sentences come through whatever lies between them, and nothing else does. */
  @Test
  void betweenGarbageEverySentenceIsHeardAndNothingElse() {
    long first = Long.getLong("fieldstation.seed", System.identityHashCode(this));
    for (long seed = first; seed < first + 300; seed++) {
      var random = new Random(seed);
      var lines = new Lines();
      var navigation = new Navigation();
      for (int i = 0; i < 20; i++) {
        var garbage = new byte[random.nextInt(300)];
        random.nextBytes(garbage);
        var between = heard(lines, garbage);
        assertThat(between).as("-Dfieldstation.seed=" + seed).isEmpty();
        var sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
        var now = heard(lines, ("\n" + sentence + "\r\n").getBytes(ascii()));
        assertThat(now).as("-Dfieldstation.seed=" + seed).hasSize(1);
        Reports.of(now.getFirst()).ifPresent(it -> navigation.take(it, 0));
      }
      navigation.fix(0).ifPresent(it -> assertThat(it.latitude()).as("a place").isEqualTo(27.2));
    }
  }

  /** A right checksum around any fields: no exception, and no place that is none. */
  @Test
  void fieldsOfAnyContentDoNoHarm() {
    long first = Long.getLong("fieldstation.seed", System.identityHashCode(this));
    for (long seed = first; seed < first + 2_000; seed++) {
      var random = new Random(seed);
      var sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
      var body = sentence.substring(1, sentence.length() - 3).toCharArray();
      for (int i = random.nextInt(6); i >= 0; i--) {
        var letters = "0123456789.,-NSEWAVM9";
        body[6 + random.nextInt(body.length - 6)] =
            letters.charAt(random.nextInt(letters.length()));
      }
      var navigation = new Navigation();
      try {
        Talk.report(Talk.sentence(new String(body))).ifPresent(it -> navigation.take(it, 0));
      } catch (RuntimeException e) {
        throw new AssertionError("-Dfieldstation.seed=" + seed, e);
      }
      navigation
          .fix(0)
          .ifPresent(it -> {
            assertThat(it.latitude()).isBetween(-90.0, 90.0);
            assertThat(it.longitude()).isBetween(-180.0, 180.0);
          });
    }
  }

  private static List<Sentence> heard(Lines lines, byte[] bytes) {
    var heard = new ArrayList<Sentence>();
    for (byte it : bytes) {
      lines.take(it).ifPresent(heard::add);
    }
    return heard;
  }

  private static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }
}
