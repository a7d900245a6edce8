package org.fieldstation.station.bring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.fieldstation.models.Sha256;
import org.fieldstation.models.pack.Recipe;
import org.fieldstation.models.pack.Recipes;
import org.fieldstation.station.bring.BringException.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link in a valley: it breaks, it comes back, and now and then it brings something else. */
class BringingTest {
  private static final String LABELS = "Speech\nChainsaw\nSilence\n";

  private final byte[] model = new byte[200_000];
  private final List<String> ranges = new ArrayList<>();
  private final Bringing bringing = new Bringing(Recipes.bundled());

  @TempDir private Path directory;
  private Path folder;
  private HttpServer server;
  private int cutAfter = Integer.MAX_VALUE;
  private boolean knowsRanges = true;

  @BeforeEach
  void serve() throws IOException {
    new Random(5).nextBytes(model);
    folder = directory.resolve("bringing");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/model", exchange -> answer(exchange, model));
    server.createContext(
        "/names", exchange -> answer(exchange, LABELS.getBytes(StandardCharsets.UTF_8)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatComesWholeBecomesAPackWithLabelsAndAManifest() throws Exception {
    bringing.bring(recipe(Sha256.of(model)), folder, (_, _, _) -> {});
    assertThat(folder.resolve("yamnet.tflite")).hasBinaryContent(model);
    assertThat(folder.resolve("labels.tsv"))
        .content()
        .contains("Speech\t\tSpeech\t\thuman\t0.5")
        .contains("Chainsaw\t\tChainsaw\t\tthreat\t0.5")
        .contains("Silence\t\tSilence\t\tbackground\t\n");
    assertThat(folder.resolve("pack.toml"))
        .content()
        .contains(Sha256.of(Files.readAllBytes(folder.resolve("labels.tsv"))))
        .doesNotContain("@labels.tsv@");
  }

  @Test
  void aLineThatIsCutIsGoneOnWithWhereItWasCut() throws Exception {
    cutAfter = 70_000;
    assertThatThrownBy(() -> bringing.bring(recipe(Sha256.of(model)), folder, (_, _, _) -> {}))
        .asInstanceOf(InstanceOfAssertFactories.type(BringException.class))
        .returns(Code.UNREACHABLE, BringException::code);
    long had = Files.size(folder.resolve("yamnet.tflite"));
    assertThat(had).isBetween(1L, 70_000L);
    cutAfter = Integer.MAX_VALUE;
    bringing.bring(recipe(Sha256.of(model)), folder, (_, _, _) -> {});
    assertThat(ranges).contains("bytes=" + had + "-");
    assertThat(folder.resolve("yamnet.tflite")).hasBinaryContent(model);
  }

  @Test
  void aServerThatKnowsNoRangesSendsItAllAgain() throws Exception {
    Files.createDirectories(folder);
    Files.write(folder.resolve("yamnet.tflite"), Arrays.copyOf(model, 1000));
    knowsRanges = false;
    bringing.bring(recipe(Sha256.of(model)), folder, (_, _, _) -> {});
    assertThat(folder.resolve("yamnet.tflite")).hasBinaryContent(model);
  }

  @Test
  void anotherFileThanTheOneThatWasAskedForIsThrownAway() {
    refused("0".repeat(64), Code.WRONG_HASH).hasMessageContaining("not the file that the recipe");
    assertThat(folder.resolve("yamnet.tflite")).doesNotExist();
  }

  @Test
  void moreThanWasAnnouncedIsNotTaken() {
    assertThatThrownBy(() ->
            bringing.bring(recipe(Sha256.of(model), 100_000, "/model"), folder, (_, _, _) -> {}))
        .hasMessageContaining("more than the 100000 bytes");
  }

  @Test
  void aFileThatIsGoneAndAServerThatIsGoneAreSaidInOneLine() {
    assertThatThrownBy(
            () -> bringing.bring(recipe(Sha256.of(model), 1, "/nothing"), folder, (_, _, _) -> {}))
        .hasMessageContaining("answered 404");
    server.stop(0);
    refused(Sha256.of(model), Code.UNREACHABLE).hasMessageContaining("bring the file on a stick");
  }

  @Test
  void everyRecipeNamesALicenceAndAHashForEveryFile() {
    assertThat(Recipes.bundled().all())
        .isNotEmpty()
        .allSatisfy(recipe -> {
          assertThat(recipe.licence()).isNotBlank();
          assertThat(recipe.file()).allMatch(part -> part.url().getScheme().equals("https"));
        });
  }

  private AbstractThrowableAssert<?, ?> refused(String sha256, Code code) {
    return assertThatThrownBy(() -> bringing.bring(recipe(sha256), folder, (_, _, _) -> {}))
        .satisfies(e -> assertThat(((BringException) e).code()).isEqualTo(code));
  }

  private Recipe recipe(String sha256) {
    return recipe(sha256, model.length, "/model");
  }

  private Recipe recipe(String sha256, long bytes, String path) {
    var base = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Recipe(
        "test",
        "yamnet.toml",
        "A test",
        "none",
        List.of(
            new Recipe.Part(
                "yamnet.tflite",
                URI.create(base + path),
                Optional.of(sha256),
                Optional.empty(),
                bytes),
            new Recipe.Part(
                "names.txt",
                URI.create(base + "/names"),
                Optional.of(Sha256.of(LABELS.getBytes(StandardCharsets.UTF_8))),
                Optional.empty(),
                100)),
        Optional.of(
            new Recipe.NamedLabels("names.txt", false, Optional.empty(), Optional.empty(), 0.5)),
        Optional.empty());
  }

  private void answer(HttpExchange exchange, byte[] content) throws IOException {
    var range = exchange.getRequestHeaders().getFirst("Range");
    if (range != null) {
      ranges.add(range);
    }
    int from = range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    try (var out = exchange.getResponseBody()) {
      int until = Math.min(content.length, cutAfter);
      out.write(content, from, Math.max(0, until - from));
      if (until < content.length) {
        throw new IOException("the line is cut");
      }
    }
  }
}
