package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractThrowableAssert;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.frontend.LogMelSettings.Normalise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
  private static final String GOOD =
      PackOnDisk.MANIFEST.replace("MODEL", "ab".repeat(32)).replace("LABELS", "cd".repeat(32));

  private static final String LOG_MEL =
      GOOD.replace("window-samples = 2", "window-samples = 48000")
          .replace(
              "\"raw\"",
              """
              "log-mel"
              [input.log-mel]
              fft-size = 512
              frame-samples = 400
              frame-hop-samples = 160
              mel-bands = 64
              low-hz = 60.0
              high-hz = 7600
              floor = 1e-10
              normalise = "window-mean"
              scale = 0.25\
              """);

  @Test
  void everyKeyIsRead() {
    var manifest = read(LOG_MEL);
    assertThat(manifest.id()).isEqualTo("tiny");
    assertThat(manifest.model().file()).isEqualTo("tiny.tflite");
    assertThat(manifest.sound().frontEnd()).isEqualTo(InputSettings.Kind.LOG_MEL);
    assertThat(manifest.output().activation()).isEqualTo(Manifest.Activation.LOGITS_SIGMOID);
    var mel = manifest.sound().logMel().orElseThrow();
    assertThat(mel.normalise()).isEqualTo(Normalise.WINDOW_MEAN);
    assertThat(mel.frames(48000)).isEqualTo(298);
  }

  @Test
  void allFaultsAreNamedAtOnceWithTheirPlaces() {
    refused(
            GOOD.replace("id =", "idd =")
                .replace("16000", "\"fast\"")
                .replace("\"raw\"", "\"rawr\""))
        .hasMessageContaining("tiny.toml: ")
        .hasMessageContaining("idd: unknown key (line 2, column 1)")
        .hasMessageContaining("input.sample-rate-hz: expected an integer")
        .hasMessageContaining(
            "\"rawr\" is not one of raw, spectrogram, log-mel, pcen (line 19, column 13)")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void whatIsNotTomlIsRefusedInOneLine() {
    refused("format = \n[[").hasMessageContaining("line 1").message().doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"format", "id", "version", "kind", "title", "licence", "citation", "origin"})
  void noKeyOfTheTopMayBeMissing(String key) {
    refused(GOOD.replaceFirst("(?m)^" + key + " = .*$", ""))
        .hasMessageContaining(key + ": missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../tiny.tflite", "/etc/passwd", "a/b.tflite", "", ".hidden", "a..b", "a\\\\b"})
  void aFileNameThatLeavesThePackIsRefused(String name) {
    refused(GOOD.replace("tiny.tflite", name)).hasMessageContaining("plain file name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format = 1|format = 2|format 2 is not known",
        "id = \"tiny\"|id = \"Tiny Pack\"|id must be",
        "kind = \"sound\"|kind = \"smell\"|\"smell\" is not one of sound",
        "abab|ABAB|sha256 must be 64",
        "hop-samples = 1|hop-samples = 0|hop-samples must be from 1 to 2, was 0",
        "hop-samples = 1|hop-samples = 3|hop-samples must be from 1 to 2, was 3",
        "16000|0|sample-rate-hz must be",
        "front-end = \"raw\"|front-end = \"log-mel\"|[input.log-mel] belongs to",
        "front-end = \"raw\"|front-end = \"spectrogram\"|[input.spectrogram] belongs to",
        "front-end = \"raw\"|front-end = \"raw\"; gain = 0.0|gain must be above 0",
        "front-end = \"raw\"|front-end = \"raw\"; gain = nan|gain must be above 0",
        "labels.tsv|labels.csv|file must end in .tsv or .txt",
        "labels.tsv|labels.txt|threshold is missing",
        "file = \"labels.tsv\"|file = \"labels.tsv\"; threshold = 0.5|threshold has no effect",
      })
  void aValueThatCannotBeIsRefused(String good, String bad, String why) {
    refused(GOOD.replace(good, bad.replace("; ", "\n"))).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fft-size = 512|fft-size = 500|fft-size must be a power of two, was 500",
        "fft-size = 512|fft-size = 256|frame-samples must be from 1 to 256, was 400",
        "low-hz = 60.0|low-hz = 8000|low-hz must be",
        "high-hz = 7600|high-hz = 8001|high-hz is above half the sample rate",
        "floor = 1e-10|floor = 0.0|floor must be",
        "scale = 0.25|scale = nan|scale must be",
        "window-samples = 48000|window-samples = 399|frame-samples is more than window-samples",
        "front-end = \"log-mel\"|gain = 2.0; front-end = \"log-mel\"|gain has no effect",
      })
  void aLogMelThatCannotBeIsRefused(String good, String bad, String why) {
    refused(LOG_MEL.replace(good, bad.replace("; ", "\n"))).hasMessageContaining(why);
  }

  private static Manifest read(String toml) {
    return new ManifestReader().read(toml.getBytes(StandardCharsets.UTF_8), "tiny.toml");
  }

  private static AbstractThrowableAssert<?, ?> refused(String toml) {
    return assertThatThrownBy(() -> read(toml))
        .satisfies(e -> assertThat(((ModelException) e).code()).isEqualTo(Code.BAD_MANIFEST));
  }
}
