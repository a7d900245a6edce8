package org.fieldstation.station.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers of all kinds: those that know ranges, those that do not, those that lie. */
class HttpRepositoryTest {
  private static final int CUT = 7_000;

  private final byte[] file = new byte[150_000];
  private final List<String> asked = new ArrayList<>();
  private HttpServer server = notYet();
  private HttpHandler habit = this::honest;
  private boolean knowsIfMatch = true;
  private String version = "\"one\"";

  private static HttpServer notYet() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void serve() {
    new Random(5).nextBytes(file);
    server.createContext(
        "/ota/",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
          try (exchange) {
            habit.handle(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpRepository repository() {
    return new HttpRepository(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ota"));
  }

  private byte[] bring(HttpRepository repository, long from) throws IOException {
    try (var in = repository.open("objects/aa", from).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private byte[] rest() {
    return Arrays.copyOfRange(file, CUT, file.length);
  }

  @Test
  void aDownloadGoesOnWhereItWasLeft() throws IOException {
    assertThat(bring(repository(), 0)).isEqualTo(file);
    assertThat(bring(repository(), CUT)).isEqualTo(rest());
    assertThat(asked)
        .containsExactly(
            "bytes=0-65535",
            "bytes=65536-131071",
            "bytes=131072-196607",
            "bytes=7000-72535",
            "bytes=72536-138071",
            "bytes=138072-203607");
  }

  @Test
  void aServerWithoutRangesSendsItAllAndWhatIsThereIsPassedOver() throws IOException {
    habit = exchange -> send(exchange, 200, file);
    assertThat(bring(repository(), CUT)).isEqualTo(rest());
  }

  @Test
  void anotherRangeThanWasAskedForIsNotTaken() {
    habit =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Range", "bytes 0-99/150000");
          send(exchange, 206, Arrays.copyOf(file, 100));
        };
    assertThatThrownBy(() -> bring(repository(), CUT)).hasMessageContaining("another range");
  }

  @Test
  void aFileThatChangedMeanwhileIsNotMixedAndIsBegunAgain() throws IOException {
    var repository = repository();
    bring(repository, 0);
    version = "\"two\"";
    assertThatThrownBy(() -> bring(repository, CUT)).hasMessageContaining("changed on the server");
    assertThat(bring(repository, CUT)).isEqualTo(rest()); // and the hash says whether it fits
  }

  @Test
  void aFileThatChangesBetweenTwoPiecesIsNotMixed() throws IOException {
    try (var in = repository().open("objects/aa", 0).orElseThrow()) {
      in.skipNBytes(70_000);
      version = "\"two\"";
      assertThatThrownBy(in::readAllBytes).hasMessageContaining("changed on the server");
    }
  }

  /** The same by a server that does not know If-Match. */
  @Test
  void aFileThatChangesSilentlyBetweenTwoPiecesIsNotMixedEither() throws IOException {
    knowsIfMatch = false;
    try (var in = repository().open("objects/aa", 0).orElseThrow()) {
      in.skipNBytes(70_000);
      version = "\"two\"";
      assertThatThrownBy(in::readAllBytes).hasMessageContaining("changed on the server");
    }
  }

  @Test
  void aPieceThatEndsEarlyEndsTheTry() throws IOException {
    habit =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Range", "bytes 0-65535/150000");
          send(exchange, 206, Arrays.copyOf(file, 1_000));
        };
    assertThat(bring(repository(), 0)).hasSize(1_000); // and whoever wanted more knows it
  }

  @Test
  void anEmptyFileHasNoRange() throws IOException {
    habit = exchange -> exchange.sendResponseHeaders(416, -1);
    assertThat(bring(repository(), 0)).isEmpty();
  }

  @Test
  void whatIsNotThereIsNothingAndWhatFailsIsAFault() throws IOException {
    habit = exchange -> exchange.sendResponseHeaders(404, -1);
    assertThat(repository().open("objects/aa", 0)).isEmpty();
    for (int code : new int[] {403, 416, 500, 503}) {
      habit = exchange -> exchange.sendResponseHeaders(code, -1);
      assertThatThrownBy(() -> repository().open("objects/aa", 1)).hasMessageContaining("" + code);
    }
  }

  private void honest(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", version);
    var wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (knowsIfMatch && wanted != null && !wanted.equals(version)) {
      exchange.sendResponseHeaders(412, -1);
      return;
    }
    var range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      send(exchange, 200, file);
      return;
    }
    var bounds = range.replace("bytes=", "").split("-", 2);
    int from = Integer.parseInt(bounds[0]);
    int to = Math.min(Integer.parseInt(bounds[1]) + 1, file.length);
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, file.length));
    send(exchange, 206, Arrays.copyOfRange(file, from, to));
  }

  private static void send(HttpExchange exchange, int code, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
