package org.fieldstation.drivers.alsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Pi with HDMI, two microphones of a kind and a sound hat, as its kernel describes them. */
final class AlsaCardsTest {
  @TempDir private Path root;

  @BeforeEach
  void describe() throws IOException {
    write(
        "proc/asound/cards",
        """
         0 [vc4hdmi0       ]: vc4-hdmi - vc4-hdmi-0
                              vc4-hdmi-0
         1 [AudioMoth      ]: USB-Audio - 384kHz AudioMoth USB Microphone
                              Open Acoustic Devices 384kHz AudioMoth at usb-3f980000.usb-1.2
         2 [AudioMoth_1    ]: USB-Audio - 384kHz AudioMoth USB Microphone
                              Open Acoustic Devices 384kHz AudioMoth at usb-3f980000.usb-1.4
        10 [sndrpii2scard  ]: RPi-simple - snd_rpi_i2s_card
                              snd_rpi_i2s_card
        """);
    write(
        "proc/asound/pcm",
        """
        00-00: MAI PCM i2s-hifi-0 : MAI PCM i2s-hifi-0 : playback 1
        01-00: USB Audio : USB Audio : capture 1
        02-00: USB Audio : USB Audio : playback 1 : capture 1
        10-01: simple-card_codec_link : snd-soc-dummy-dai-0 : capture 1
        """);
    usb(1, "1-1.2", "24F31A045E3C6B7A\n");
    usb(2, "1-1.4", null);
    Files.createDirectories(root.resolve("sys/devices/platform/soc"));
    link(10, "sys/devices/platform/soc");
  }

  private void usb(int card, String port, @Nullable String serial) throws IOException {
    var device = "sys/devices/usb1/1-1/" + port;
    Files.createDirectories(root.resolve(device + "/" + port + ":1.0"));
    if (serial != null) {
      write(device + "/serial", serial);
    }
    link(card, device + "/" + port + ":1.0");
  }

  private void link(int card, String to) throws IOException {
    var from = root.resolve("sys/class/sound/card" + card + "/device");
    Files.createDirectories(from.getParent());
    Files.createSymbolicLink(from, root.resolve(to));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  @Test
  void onlyCardsThatRecordAreListedByWhatStaysTheSame() {
    assertThat(AlsaCards.list(root))
        .extracting(AlsaCard::identity)
        .containsExactly("serial=24F31A045E3C6B7A", "port=1-1.4", "card=sndrpii2scard");
  }

  @Test
  void aComputerWithoutSoundHasNoCards() {
    assertThat(AlsaCards.list(root.resolve("elsewhere"))).isEmpty();
  }

  @Test
  void twoMicrophonesOfAKindAreToldApart() {
    assertThat(pcm("serial=24F31A045E3C6B7A")).isEqualTo("hw:CARD=AudioMoth,DEV=0");
    assertThat(pcm("port=1-1.4")).isEqualTo("hw:CARD=AudioMoth_1,DEV=0");
    assertThat(pcm("card=sndrpii2scard")).isEqualTo("hw:CARD=sndrpii2scard,DEV=1");
    assertThat(pcm("hw:CARD=AudioMoth")).isEqualTo("hw:CARD=AudioMoth,DEV=0");
    assertThat(pcm("hw:AudioMoth,0")).isEqualTo("hw:CARD=AudioMoth,DEV=0");
  }

  @Test
  void aNumberThatChangesAtEveryStartIsRefused() {
    for (var words : List.of("hw:1", "hw:1,0", "hw:CARD=1,DEV=0", "plughw:AudioMoth", "default")) {
      assertThatThrownBy(() -> pcm(words)).satisfies(e -> is(DeviceException.Code.UNSUPPORTED, e));
    }
  }

  @Test
  void aMicrophoneThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> pcm("serial=nobody"))
        .satisfies(e -> is(DeviceException.Code.ABSENT, e))
        .hasMessageContaining("port=1-1.4");
  }

  private String pcm(String words) {
    return new AlsaChoice(words).pcm(AlsaCards.list(root));
  }

  private static void is(DeviceException.Code code, Throwable e) {
    assertThat(e).isInstanceOf(DeviceException.class);
    assertThat(((DeviceException) e).code()).isEqualTo(code);
  }
}
