package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.Sha256;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeModelTest {
  private static final String NAMES = "Parus major\nPavo muticus\n";

  private final Packs packs = new Packs(Engines.engine());

  @TempDir private Path directory;

  @Test
  void aPlaceAndAWeekBecomeAnExpectationForEverySpecies() throws IOException {
    write(TinyModels.placeAndWeek(), NAMES);
    try (var range = packs.range(directory)) {
      assertThat(range.names()).containsExactly("Parus major", "Pavo muticus");
      var north = range.expected(60, 10, 24);
      var south = range.expected(20, 10, 24);
      assertThat(north[0]).isGreaterThan(0.9f).isGreaterThan(south[0]);
      assertThat(south[1]).isGreaterThan(north[1]);
    }
  }

  @Test
  void aModelOfSoundsIsNoneOfRanges() throws IOException {
    write(TinyModels.sumAndDifference(), NAMES);
    refused(Code.WRONG_SHAPE);
    write(TinyModels.placeAndWeek(), NAMES + "Strix aluco\n");
    refused(Code.WRONG_SHAPE);
  }

  @Test
  void otherNamesThanThoseOfTheManifestAreRefused() throws IOException {
    write(TinyModels.placeAndWeek(), NAMES);
    Files.writeString(directory.resolve("names.txt"), "Pavo muticus\nParus major\n");
    refused(Code.WRONG_HASH);
    Files.delete(directory.resolve("range.toml"));
    refused(Code.ABSENT);
  }

  private void refused(Code code) {
    assertThatThrownBy(() -> packs.range(directory))
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(code))
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
  }

  private void write(byte[] model, String names) throws IOException {
    Files.write(directory.resolve("range.tflite"), model);
    Files.writeString(directory.resolve("names.txt"), names);
    Files.writeString(
        directory.resolve("range.toml"),
        """
        format = 1
        id = "ranges"
        version = "1"
        title = "Where they live"
        licence = "Apache-2.0"
        citation = "none"
        origin = "this test"
        [model]
        file = "range.tflite"
        sha256 = "%s"
        [labels]
        file = "names.txt"
        sha256 = "%s"
        """
            .formatted(
                Sha256.of(model), Sha256.of(Files.readAllBytes(directory.resolve("names.txt")))));
  }
}
