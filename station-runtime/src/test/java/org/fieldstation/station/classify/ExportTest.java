package org.fieldstation.station.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.identify.FixedClassifier;
import org.fieldstation.station.text.JsonLine;
import org.junit.jupiter.api.Test;

/** Other people's programs read these, and they do not ask back. */
class ExportTest {
  private static final Label TIT =
      new Label(
          "gretit", "Parus major", "Great Tit", "大山雀", Label.Group.SPECIES, OptionalDouble.of(0.5));
  private static final Label ODD = bird("odd, \"very\"", "", 0.5);
  private static final ModelCard CARD = FixedClassifier.card(22050, 66150, TIT, ODD);

  private final List<FileFindings> findings =
      List.of(
          file("森林 1.wav", 7.5, new Row(0, 3, TIT, 0.98765f), new Row(6, 7.5, ODD, 0.5f)),
          file("a\tb,c.wav", 3.0),
          file("d.wav", 3.0, new Row(0, 3, TIT, 1f)));

  @Test
  void jsonHasOneObjectForEachDetection() throws IOException {
    var model = ",\"model\":\"fixed@1.0.0#" + "0".repeat(64) + "\"}\n";
    assertThat(text(new JsonLines()))
        .isEqualTo(
            """
            {"file":"森林 1.wav","start_s":0.000,"end_s":3.000,"label":"gretit",\
            "scientific_name":"Parus major","score":0.9876\
            """
                + model
                + """
                {"file":"森林 1.wav","start_s":6.000,"end_s":7.500,"label":"odd, \\"very\\"",\
                "scientific_name":"","score":0.5000\
                """
                + model
                + """
                {"file":"d.wav","start_s":0.000,"end_s":3.000,"label":"gretit",\
                "scientific_name":"Parus major","score":1.0000\
                """
                + model);
  }

  @Test
  void jsonEscapesWhatFileNamesMayHold() {
    assertThat(new JsonLine().put("a", "\"\\\n\t\u0001 é 大 \ud83d\udc26 \ud83d").toString())
        .isEqualTo("{\"a\":\"\\\"\\\\\\n\\t\\u0001 é 大 \ud83d\udc26 \\ud83d\"}");
  }

  @Test
  void csvHasTheColumnsOfBirdNetAnalyzer() throws IOException {
    assertThat(text(new BirdNetCsv()))
        .isEqualTo(
            """
            Start (s),End (s),Scientific name,Common name,Confidence,File
            0.000,3.000,Parus major,Great Tit,0.9876,森林 1.wav
            6.000,7.500,,"odd, ""very""\",0.5000,森林 1.wav
            0.000,3.000,Parus major,Great Tit,1.0000,d.wav
            """);
  }

  @Test
  void ravensTimesRunOnFromFileToFile() throws IOException {
    assertThat(text(new Raven()).lines().map(line -> line.replace('\t', '|')))
        .containsExactly(
            "Selection|View|Channel|Begin Time (s)|End Time (s)|Low Freq (Hz)|High Freq (Hz)"
                + "|Common Name|Scientific Name|Species Code|Confidence|Begin Path|File Offset (s)",
            "1|Spectrogram 1|1|0.000|3.000|0|11025|Great Tit|Parus major|gretit|0.9876|森林"
                + " 1.wav|0.000",
            "2|Spectrogram 1|1|6.000|7.500|0|11025|odd, \"very\"||odd, \"very\"|0.5000|森林"
                + " 1.wav|6.000",
            "3|Spectrogram 1|1|10.500|13.500|0|11025|Great Tit|Parus"
                + " major|gretit|1.0000|d.wav|0.000");
  }

  @Test
  void audacityGetsStartEndLabelAndScore() throws IOException {
    assertThat(text(new Audacity()))
        .isEqualTo(
            """
            0.000\t3.000\tGreat Tit\t0.9876
            6.000\t7.500\todd, "very"\t0.5000
            10.500\t13.500\tGreat Tit\t1.0000
            """);
  }

  @Test
  void peopleGetATable() throws IOException {
    assertThat(text(new Table()))
        .isEqualTo(
            """
            森林 1.wav  (7.5 s, 1 windows)
                   0.0 –      3.0 s   0.988   Great Tit     Parus major
                   6.0 –      7.5 s   0.500   odd, "very"
            a b,c.wav  (3.0 s, 1 windows)
              nothing to tell
            d.wav  (3.0 s, 1 windows)
                   0.0 –      3.0 s   1.000   Great Tit   Parus major
            """);
  }

  private String text(Export export) throws IOException {
    var out = new StringBuilder();
    export.begin(out);
    for (var one : findings) {
      export.add(one, out);
    }
    return out.toString();
  }

  private static FileFindings file(String name, double seconds, Row... rows) {
    return new FileFindings(Path.of(name), CARD, seconds, List.of(rows), 1, Map.of(), false, "");
  }
}
