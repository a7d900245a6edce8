package org.fieldstation.sim.central.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.Label;
import org.fieldstation.sim.central.CentralReport;
import org.fieldstation.sim.central.CentralStore;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.Bodies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralPageTest {
  private static final String GIBBON = "Nomascus concolor";
  private static final String EPOCH = "00112233445566aa";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private CentralStore store;

  @BeforeEach
  void fillTheStore() {
    store = CentralStore.open(folder.resolve("central.db"));
    store.add(
        parcel(
            "ailaoshan-007",
            detection(1, "Black crested gibbon", GIBBON),
            detection(2, "Great tit", "Parus major"),
            detection(3, "Human voice", "Homo sapiens"),
            new Item.Entry(
                4, Kind.FAULT, stamp(4), Bodies.fault("<script>", "sensor-lost", "gone & away"))));
    store.add(parcel("wuliangshan-1", detection(7, "Great tit", "Parus major")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void thePageShowsStationsAndWhatIsMissingOfThem() throws Exception {
    try (var page = start(Optional.empty())) {
      var text = get(page, "/", null).body();
      assertThat(text).contains("ailaoshan-007", "wuliangshan-1", "class=\"bad\">6<");
      assertThat(get(page, "/station/wuliangshan-1", null).body())
          .contains("1 – 6", "never arrived");
    }
  }

  @Test
  void whatAStationSaysCannotWriteHtml() throws Exception {
    try (var page = start(Optional.empty())) {
      var text = get(page, "/station/ailaoshan-007", null).body();
      assertThat(text).doesNotContain("<script>").contains("&lt;script&gt;", "gone &amp; away");
    }
  }

  @Test
  void theReserveGetsEverything() throws Exception {
    try (var page = start(Optional.of(recipients()))) {
      var lines = get(page, "/export/ailaoshan-007", "reserve:a-long-password").body().lines();
      assertThat(lines).hasSize(4).first().asString().contains(GIBBON, "\"seq\":1", EPOCH);
    }
  }

  @Test
  void othersLearnThatAProtectedAnimalLivesAndNeitherWhereNorTheDay() throws Exception {
    try (var page = start(Optional.of(recipients()))) {
      var who = "province:another-long-one";
      for (var path : List.of("/export/ailaoshan-007", "/station/ailaoshan-007")) {
        assertThat(get(page, path, who).body())
            .contains("Parus major")
            .doesNotContain(GIBBON, "gibbon", "Human", EPOCH + "\",\"lane\"", "12:00");
      }
      assertThat(get(page, "/protected", who).body())
          .isEqualTo(
              "{\"month\":\"2026-06\",\"scientific_name\":\"Nomascus"
                  + " concolor\",\"detections\":1}\n");
    }
  }

  @Test
  void aStrangerGetsNothing() throws Exception {
    try (var page = start(Optional.of(recipients()))) {
      for (var path : List.of("/", "/protected", "/export/ailaoshan-007")) {
        assertThat(get(page, path, null).statusCode()).isEqualTo(401);
        assertThat(get(page, path, "reserve:wrong").statusCode()).isEqualTo(401);
        assertThat(get(page, path, "nobody:a-long-password").statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void whatIsNotThereIsNotThere() throws Exception {
    try (var page = start(Optional.empty())) {
      for (var path : List.of("/x", "/station/none", "/export/..%2Fcentral.db")) {
        assertThat(get(page, path, null).statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void recipientsWithShortPasswordsOrWithoutAViewAreRefused() throws IOException {
    for (var line : List.of("a all short", "a some a-long-password", "a all")) {
      Files.writeString(folder.resolve("recipients"), line);
      assertThatThrownBy(() -> Recipients.read(folder.resolve("recipients")))
          .hasMessageContaining("recipients:1: a recipient is");
    }
  }

  private CentralPage start(Optional<Recipients> recipients) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return CentralPage.start(address, new CentralReport(store.file()), recipients);
  }

  private Recipients recipients() throws IOException {
    var file = folder.resolve("recipients");
    Files.writeString(
        file, "# who\nreserve all a-long-password\nprovince coarse another-long-one\n");
    return Recipients.read(file);
  }

  private HttpResponse<String> get(CentralPage page, String path, @Nullable String who)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path));
    if (who != null) {
      var token = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Parcel parcel(String station, Item... items) {
    return new Parcel(station, EPOCH, Lane.DATA, List.of(items));
  }

  private static Stamp stamp(long seq) {
    return new Stamp(1, seq * 1000, 1_780_315_200_000L + seq, TimeSource.NTP, 10);
  }

  private static Item.Entry detection(long seq, String label, String name) {
    var heard =
        new Detection(
            new Label(label, name, label, "", Label.Group.SPECIES, OptionalDouble.of(0.5)),
            0,
            3,
            0.9f,
            0.5f);
    return new Item.Entry(seq, Kind.DETECTION, stamp(seq), Bodies.detection(new byte[8], heard));
  }
}
