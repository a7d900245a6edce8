package org.fieldstation.drivers.gnss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import org.fieldstation.drivers.gnss.Report.Gga;
import org.fieldstation.drivers.gnss.Report.Gsv;
import org.fieldstation.drivers.gnss.Report.Rmc;
import org.fieldstation.drivers.gnss.Report.Zda;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentenceTest {

  /** The two examples that every description of NMEA 0183 gives. */
  private static final String RMC =
      "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A";

  private static final String GGA =
      "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47";

  @Test
  void theUsualExamplesAreUnderstood() {
    var rmc = (Rmc) Talk.report(RMC).orElseThrow();
    assertThat(rmc.valid()).isTrue();
    assertThat(rmc.time()).contains(LocalTime.of(12, 35, 19));
    assertThat(rmc.date()).contains(LocalDate.of(2094, 3, 23)); // 94 cannot be 1994 any more
    assertThat(rmc.place().orElseThrow().latitude()).isCloseTo(48.1173, within(1e-6));
    assertThat(rmc.knots()).hasValue(22.4);
    var gga = (Gga) Talk.report(GGA).orElseThrow();
    assertThat(gga.place().orElseThrow().longitude()).isCloseTo(11.516667, within(1e-6));
    assertThat(gga.altitudeMetres()).hasValue(545.4);
    assertThat(gga.satellites()).hasValue(8);
  }

  /** Flipping one bit of a letter may give its other case or a byte that is no letter. */
  @Test
  void everySingleWrongBitIsRefused() {
    for (var right : new String[] {RMC, GGA}) {
      for (int bit = 0; bit < right.length() * 8; bit++) {
        var bytes = right.getBytes(StandardCharsets.ISO_8859_1);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        var lines = new Lines();
        int heard = 0;
        for (byte it : bytes) {
          heard += lines.take(it).isPresent() ? 1 : 0;
        }
        heard += lines.take((byte) '\n').isPresent() ? 1 : 0;
        var wrong = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean sameNumber = wrong.equalsIgnoreCase(right) && bit / 8 > right.length() - 3;
        assertThat(heard).as(wrong).isEqualTo(sameNumber ? 1 : 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GP", "GL", "GA", "GB", "BD", "GQ", "GN"})
  void everySystemMaySpeak(String talker) {
    var zda = Talk.report(Talk.sentence(talker + "ZDA,201530.00,04,07,2026,00,00")).orElseThrow();
    assertThat(((Zda) zda).date()).contains(LocalDate.of(2026, 7, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GPRMC,123519,A,4860.000,N,01131.000,E,,,230394,,",
        "GPRMC,123519,A,9107.038,N,01131.000,E,,,230394,,",
        "GPRMC,123519,A,4807.038,X,01131.000,E,,,230394,,",
        "GPRMC,123519,A,NaN,N,01131.000,E,,,230394,,",
        "GPRMC,123519,A,4807.038,N,1e400,E,,,230394,,",
        "GPRMC,123519,A,,,,,,,230394,,",
        "GPRMC"
      })
  void whatIsNoPlaceIsNoPlace(String body) {
    assertThat(((Rmc) Talk.report(Talk.sentence(body)).orElseThrow()).place()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"250000", "126000", "1235", "12:35", "-12345", ""})
  void whatIsNoTimeIsNoTime(String time) {
    var zda = Talk.report(Talk.sentence("GPZDA," + time + ",31,02,2026,,")).orElseThrow();
    assertThat(((Zda) zda).time()).isEmpty();
    assertThat(((Zda) zda).date()).isEmpty();
  }

  @Test
  void satellitesWithoutSignalAreInViewAndNotTracked() {
    var gsv =
        (Gsv)
            Talk.report(Talk.sentence("GPGSV,3,3,11,22,42,067,42,24,14,311,,27,05,244,00"))
                .orElseThrow();
    assertThat(gsv.satellites()).hasSize(3);
    assertThat(gsv.satellites().get(0).signal()).hasValue(42);
    assertThat(gsv.satellites().get(1).signal()).isEmpty();
  }
}
