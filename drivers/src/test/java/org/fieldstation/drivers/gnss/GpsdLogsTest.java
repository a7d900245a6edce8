package org.fieldstation.drivers.gnss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.fieldstation.drivers.Json;
import org.fieldstation.drivers.SharedData;
import org.fieldstation.drivers.gnss.Report.Rmc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs of real receivers, with what gpsd makes of them after each sentence. Where gpsd has no fix
 * we must have none; where both have one, place, height and speed are the same. We may hold back
 * longer than gpsd does, since one of our sentences may deny what another says.
 */
final class GpsdLogsTest {

  private static final Pattern NOT_MODELLED = Pattern.compile("\\$(P|..GLL|..GNS).*");

  /** The number is how many of gpsd's fixes are ours too. */
  @ParameterizedTest
  @CsvSource({
    "beidou-gb, 4",
    "bu303-climbing, 8",
    "bu303-nofix, 0",
    "bu353s4, 27",
    "garmin15x, 21",
    "garmin48, 3",
    "gp-320fw-2019-04-07-coldboot, 2",
    "magellan315, 9",
    "mtk-3301, 4",
    "nmea-fuzzy-cases, 15",
    "nmea-rtk, 123",
    "quectel-L70, 51",
    "ublox-neo-m8n, 22"
  })
  void areUnderstoodAsGpsdDoes(String name, int fixes) throws IOException {
    var navigation = new Navigation();
    int agreed = 0;
    boolean known = true;
    Optional<Report> said = Optional.empty();
    for (var line : lines(name + ".log.chk")) {
      if (line.startsWith("$")) {
        known = !NOT_MODELLED.matcher(line).matches();
        said = Talk.report(line);
        said.ifPresent(it -> navigation.take(it, 0));
      } else if (line.startsWith("{\"class\":\"TPV\"") && known) {
        var expected = Json.object(Json.parse(line));
        var fix = navigation.fix(0);
        if (fix.isPresent()) {
          agree(fix.get(), expected, line);
          said.ifPresent(it -> sameTime(it, expected, line));
          agreed++;
        }
      }
    }
    assertThat(agreed).isEqualTo(fixes);
  }

  /** What gpsd calculates itself is not compared: speeds without a track, a geoid without GGA. */
  private static void agree(Fix fix, Map<String, Object> expected, String line) {
    assertThat(number(expected, "mode")).as(line).isGreaterThan(1);
    assertThat(fix.latitude()).as(line).isCloseTo(number(expected, "lat"), within(1e-8));
    assertThat(fix.longitude()).as(line).isCloseTo(number(expected, "lon"), within(1e-8));
    if (expected.containsKey("altMSL")) {
      same(fix.altitudeMetres(), number(expected, "altMSL"), 0.01, line);
      same(fix.geoidMetres(), number(expected, "geoidSep"), 0.01, line);
    }
    if (expected.containsKey("track")) {
      same(fix.metresPerSecond(), number(expected, "speed"), 0.001, line);
    }
  }

  private static void same(OptionalDouble ours, double expected, double slack, String line) {
    if (ours.isPresent()) {
      assertThat(ours.getAsDouble()).as(line).isCloseTo(expected, within(slack));
    }
  }

  private static void sameTime(Report said, Map<String, Object> expected, String line) {
    if (said instanceof Rmc rmc && expected.containsKey("time")) {
      var utc = rmc.date().orElseThrow().atTime(rmc.time().orElseThrow()).toInstant(ZoneOffset.UTC);
      var theirs = Instant.parse((String) Objects.requireNonNull(expected.get("time")));
      assertThat(utc).as(line).isCloseTo(theirs, within(1, ChronoUnit.MILLIS));
    }
  }

  private static double number(Map<String, Object> expected, String key) {
    return (Double) Objects.requireNonNull(expected.get(key), key);
  }

  private static List<String> lines(String name) throws IOException {
    return Files.readAllLines(file(name), StandardCharsets.ISO_8859_1);
  }

  private static Path file(String name) {
    return SharedData.file("nmea/gpsd/" + name);
  }

  /** Three of the logs are binary protocols: SiRF and u-blox. Nothing in them is a sentence. */
  @ParameterizedTest
  @CsvSource({"bu303-climbing", "bu303-nofix", "ublox-neo-m8n"})
  void binaryProtocolsOnTheLineAreNothing(String name) throws IOException {
    assertThat(heard(Files.readAllBytes(file(name + ".log")))).isEmpty();
  }

  private static List<Sentence> heard(byte[] bytes) {
    var lines = new Lines();
    var heard = new ArrayList<Sentence>();
    for (byte it : bytes) {
      lines.take(it).ifPresent(heard::add);
    }
    return heard;
  }
}
