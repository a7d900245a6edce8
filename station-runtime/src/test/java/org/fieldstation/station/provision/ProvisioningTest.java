package org.fieldstation.station.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.settings.SettingsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the label on a box to a configuration that is read again. */
class ProvisioningTest {
  private static final Label LABEL =
      new Label(
          "mast-7",
          "reserve",
          URI.create("coaps://bootstrap.example:5694"),
          "mast 7 & \"half\" 山",
          Secret.ofHex("00112233445566778899aabbccddeeff"),
          true);

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void configuration() throws Exception {
    file = dir.resolve("station.toml");
    Files.writeString(file, "# by hand\n[station]\nname = \"mast-7\"\ndata = \"data\"");
  }

  @Test
  void aLabelComesBackAsItWas() {
    var back = Label.of(" " + LABEL.text() + "\n");
    assertThat(back.text()).isEqualTo(LABEL.text());
    assertThat(back.identity()).isEqualTo(LABEL.identity());
    assertThat(LABEL.text()).hasSizeLessThan(300); // a QR code that a phone reads from paper
  }

  @Test
  void aLetterReadWronglyIsNoticedWhereverItStands() {
    var text = LABEL.text();
    for (int at = 0; at < text.length(); at++) {
      var wrong = text.substring(0, at) + (text.charAt(at) == 'x' ? 'y' : 'x');
      assertThatThrownBy(() -> Label.of(wrong + text.substring(wrong.length())))
          .as("letter %d", at)
          .isInstanceOf(ProvisionException.class);
    }
  }

  @Test
  void theConfigurationHasTheServerAndAKeyOfItsOwnersAndIsOtherwiseAsItWas() throws Exception {
    assertThat(follow(LABEL)).isTrue();

    var read = SettingsFile.read(file);
    var server = read.settings().centrals().getFirst();
    assertThat(server.identity()).contains(LABEL.identity());
    assertThat(server.bootstrap()).contains(true);
    assertThat(read.key(server.keyFile().orElseThrow())).isEqualTo(LABEL.key().bytes());
    assertThat(Files.readString(file)).startsWith("# by hand\n[station]");
    assertThat(follow(LABEL)).as("the same again").isFalse();
    assertThat(dir.toFile().list()).containsExactlyInAnyOrder("station.toml", "reserve.key");
  }

  @Test
  void anotherStationsLabelAndANameThatIsTakenChangeNothing() throws Exception {
    var before = Files.readString(file);
    var others =
        new Label(
            "mast-8", "reserve", LABEL.uri(), LABEL.identity(), LABEL.key(), LABEL.bootstrap());
    assertThatThrownBy(() -> follow(others)).hasMessageContaining("mast-8, and this is mast-7");
    assertThat(Files.readString(file)).isEqualTo(before);

    follow(LABEL);
    var direct = new Label("mast-7", "reserve", LABEL.uri(), LABEL.identity(), LABEL.key(), false);
    assertThatThrownBy(() -> follow(direct)).hasMessageContaining("another server reserve");
  }

  private boolean follow(Label label) {
    return new Provisioning(SettingsFile.read(file)).follow(label);
  }
}
