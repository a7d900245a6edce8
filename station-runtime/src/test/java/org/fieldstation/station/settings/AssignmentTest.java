package org.fieldstation.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that hears nothing, and a microphone nobody hears, are mistakes of whoever wrote them.
 */
class AssignmentTest {
  private static final String TWO =
      """
      [station]
      name = "s"
      data = "d"
      [[microphone]]
      name = "road"
      hardware = "sim"
      device = "a"
      [[microphone]]
      name = "forest"
      hardware = "sim"
      device = "b"
      """;

  @TempDir private Path folder;

  @Test
  void aModelHearsTheMicrophonesItNamesAndAllWhenItNamesNone() throws IOException {
    var settings =
        read(
            TWO
                + """
                [[model]]
                name = "threats"
                microphones = ["road"]
                [[model]]
                name = "birds"
                """);
    var road = settings.microphones().getFirst();
    var forest = settings.microphones().getLast();
    assertThat(settings.models(road))
        .extracting(ModelSettings::nameOrDefault)
        .containsExactly("threats", "birds");
    assertThat(settings.models(forest))
        .extracting(ModelSettings::nameOrDefault)
        .containsExactly("birds");
    assertThat(road.path()).isEqualTo("sound:road");
    assertThat(road.healthPath()).isEqualTo("microphone-health:road");
  }

  @Test
  void aModelAssignedToNoMicrophoneThatIsThereIsRefused() {
    assertThatThrownBy(() -> read(TWO + "[model]\nmicrophones = [\"raod\"]\n"))
        .hasMessageContaining("is to hear \"raod\", which is no microphone here")
        .hasMessageContaining("road, forest");
  }

  @Test
  void aMicrophoneThatNoModelHearsIsRefused() {
    assertThatThrownBy(() -> read(TWO + "[model]\nmicrophones = [\"road\"]\n"))
        .hasMessageContaining("no model hears the microphone \"forest\"");
  }

  @Test
  void twoMicrophonesOfOneNameAreRefused() {
    assertThatThrownBy(() -> read(TWO.replace("forest", "road")))
        .hasMessageContaining("two microphones are named \"road\"");
  }

  private Settings read(String text) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("s.toml"), text)).settings();
  }
}
