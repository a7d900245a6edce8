package org.fieldstation.station.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VectorsTest {

  @Test
  void everyVectorHoldsWhatItShouldAndSoDoesWhatWeWriteToday() throws Exception {
    for (var vector : Vectors.all().entrySet()) {
      var today = Wire.encode(vector.getValue());
      var what = "%s, today %s".formatted(vector.getKey(), HexFormat.of().formatHex(today));

      // Not the same bytes: another version of zlib may pack otherwise.
      assertThat(Wire.decode(Vectors.bytes(vector.getKey())))
          .as(what)
          .usingRecursiveComparison()
          .isEqualTo(vector.getValue());
    }
  }
}
