package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fieldstation.models.Sha256;
import org.fieldstation.models.pack.Check.Result;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack brings sounds it knows the answers to, so that a station can try it where it stands. */
class GoldenTest {
  private static final String FILE =
      """
      [[golden]]
      file = "one.wav"
      sha256 = "%s"
      label = "sum"
      score = 0.7311
      tolerance = 0.001
      """;

  private final Packs packs = new Packs(Engines.engine());

  @TempDir private Path directory;

  @Test
  void theBundledModelGivesTheAnswersItGaveWhenItWasMade() {
    assertThat(packs.bundled().verify())
        .hasSizeGreaterThanOrEqualTo(9)
        .extracting(Check::result)
        .containsOnly(Result.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acdnet20_20khz_fold4_int8", "birdnet_stm32n6_100"})
  void soDoThePublicModels(String name) {
    assertThat(packs.open(Engines.shared("models/audio/" + name + ".tflite")).verify())
        .extracting(Check::result)
        .containsOnly(Result.PASSED);
  }

  @Test
  void aFrontEndWithOneWrongNumberIsFoundOut() throws IOException {
    bundled(bundled("pack.toml").replace("low-hz = 60.0", "low-hz = 400.0"), "");
    assertThat(packs.verify(directory)).anyMatch(Check::failed);
  }

  @Test
  void labelsThatSlippedByOneLineAreFoundOut() throws IOException {
    var lines = new ArrayList<>(bundled("labels.tsv").lines().toList());
    lines.add(1, lines.removeLast());
    var labels = String.join("\n", lines) + "\n";
    var hash = Sha256.of(labels.getBytes(StandardCharsets.UTF_8));
    var right = Sha256.of(bundled("labels.tsv").getBytes(StandardCharsets.UTF_8));
    bundled(bundled("pack.toml").replace(right, hash), labels);
    assertThat(packs.verify(directory).stream().filter(Check::failed))
        .hasSizeGreaterThan(2)
        .allMatch(check -> check.what().startsWith("golden"));
  }

  @Test
  void aRecordingOfOneWindowIsAGoldenSoundToo() throws IOException {
    var wav = wav(16_000, 1, (short) 16_384, (short) 16_384);
    pack(FILE.formatted(Sha256.of(wav)), wav);
    assertThat(packs.verify(directory))
        .extracting(Check::what, Check::result)
        .contains(tuple("golden one.wav: sum", Result.PASSED));
    var shelf = new Shelf(packs, directory.resolve("packs"));
    assertThat(shelf.install(directory).path().resolve("one.wav")).exists();
  }

  @Test
  void anAnswerThatIsFarOffFailsThePackAndSaysByHowMuch() throws IOException {
    var wav = wav(16_000, 1, (short) 0, (short) 0);
    pack(FILE.formatted(Sha256.of(wav)), wav);
    failed("golden one.wav: sum", "score 0.5000, expected 0.7311 ± 0.0010");
  }

  @Test
  void aRecordingThatChangedFailsThePack() throws IOException {
    pack(FILE.formatted("0".repeat(64)), wav(16_000, 1, (short) 1, (short) 1));
    failed("golden one.wav: sum", "its sha256 is");
  }

  @Test
  void aRecordingThatWouldHaveToBeConvertedFailsThePack() throws IOException {
    var stereo = wav(16_000, 2, (short) 1, (short) 1);
    pack(FILE.formatted(Sha256.of(stereo)), stereo);
    failed("golden one.wav: sum", "must be mono, 16-bit PCM at 16000 Hz");
    var wrongRate = wav(22_050, 1, (short) 1, (short) 1);
    pack(FILE.formatted(Sha256.of(wrongRate)), wrongRate);
    failed("golden one.wav: sum", "must be mono, 16-bit PCM at 16000 Hz");
    var tooLong = wav(16_000, 1, (short) 1, (short) 1, (short) 1);
    pack(FILE.formatted(Sha256.of(tooLong)), tooLong);
    failed("golden one.wav: sum", "one window of 2 samples, and holds 3");
    var text = "no sound".getBytes(StandardCharsets.US_ASCII);
    pack(FILE.formatted(Sha256.of(text)), text);
    failed("golden one.wav: sum", "is not a WAV file");
  }

  @Test
  void aLabelThatThePackDoesNotHaveFailsIt() throws IOException {
    var wav = wav(16_000, 1, (short) 0, (short) 0);
    pack(FILE.formatted(Sha256.of(wav)).replace("\"sum\"", "\"som\""), wav);
    failed("golden one.wav: som", "the pack has no label \"som\"");
  }

  @Test
  void aPackWithoutGoldenSoundsIsNotCalledProven() throws IOException {
    pack("", new byte[0]);
    assertThat(packs.verify(directory))
        .extracting(Check::what, Check::result)
        .containsExactly(
            tuple("labels", Result.PASSED),
            tuple("model", Result.PASSED),
            tuple("engine", Result.PASSED),
            tuple("golden", Result.NOT_TRIED));
  }

  @Test
  void aDamagedManifestIsACheckThatFailedAndNotAnException() throws IOException {
    Files.writeString(directory.resolve("pack.toml"), "format = ");
    failed("manifest", "pack.toml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "formula = \"tone\"\nfile = \"one.wav\"\nsha256 = \"00\"",
        "sha256 = \"00\"",
        "formula = \"thunder\"",
        "file = \"../one.wav\"\nsha256 = \"00\"",
        "file = \"one.mp3\"\nsha256 = \"00\""
      })
  void aGoldenSoundIsExactlyOneOfAFormulaAndAPlainFile(String sound) throws IOException {
    var hash = sound.replace("\"00\"", '"' + "0".repeat(64) + '"');
    pack("[[golden]]\n" + hash + "\nlabel = \"sum\"\nscore = 0.5\ntolerance = 0.1\n", new byte[0]);
    assertThatThrownBy(() -> packs.open(directory)).hasMessageContaining("golden");
  }

  @Test
  void aToleranceThatWouldProveNothingIsRefused() throws IOException {
    pack(
        "[[golden]]\nformula = \"tone\"\nlabel = \"sum\"\nscore = 0.5\ntolerance = 0.6\n",
        new byte[0]);
    assertThatThrownBy(() -> packs.open(directory)).hasMessageContaining("would prove nothing");
  }

  @ParameterizedTest
  @EnumSource
  void aFormulaSoundsTheSameEveryTimeAndStaysBelowFullScale(Formula formula) {
    var window = formula.window(16_000, 48_000);
    assertThat(window).isEqualTo(formula.window(16_000, 48_000));
    double squares = 0;
    for (float sample : window) {
      assertThat(Math.abs(sample)).isLessThan(1);
      squares += sample * sample;
    }
    assertThat(Math.sqrt(squares / window.length)).isBetween(0.01, 0.5);
  }

  private void pack(String golden, byte[] wav) throws IOException {
    new PackOnDisk(directory)
        .with(PackOnDisk.MANIFEST + golden, TinyModels.sumAndDifference(), PackOnDisk.LABELS);
    Files.write(directory.resolve("one.wav"), wav);
  }

  /** A copy of the bundled pack with another manifest and, unless empty, other labels. */
  private void bundled(String manifest, String labels) throws IOException {
    Files.writeString(directory.resolve("pack.toml"), manifest);
    Files.writeString(
        directory.resolve("labels.tsv"), labels.isEmpty() ? bundled("labels.tsv") : labels);
    try (var model = resource("reserve-sounds-int8.tflite")) {
      Files.copy(model, directory.resolve("reserve-sounds-int8.tflite"));
    }
  }

  private static String bundled(String name) throws IOException {
    try (var in = resource(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        Packs.class.getResourceAsStream("/org/fieldstation/models/bundled/" + name));
  }

  private void failed(String what, String detail) {
    assertThat(packs.verify(directory).stream().filter(Check::failed).toList())
        .singleElement()
        .satisfies(check -> {
          assertThat(check.what()).isEqualTo(what);
          assertThat(check.detail()).contains(detail);
        });
  }

  private static byte[] wav(int rate, int channels, short... samples) {
    var chunks = List.of("RIFF", "WAVE", "fmt ", "LIST", "data");
    var file = ByteBuffer.allocate(58 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(chunks.get(0).getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
    file.put(chunks.get(1).getBytes(StandardCharsets.US_ASCII));
    file.put(chunks.get(2).getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) channels).putInt(rate);
    file.putInt(rate * 2 * channels).putShort((short) (2 * channels)).putShort((short) 16);
    file.put(chunks.get(3).getBytes(StandardCharsets.US_ASCII)).putInt(5).put(new byte[6]);
    file.put(chunks.get(4).getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
    for (short sample : samples) {
      file.putShort(sample);
    }
    return file.array();
  }
}
