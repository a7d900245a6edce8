package org.fieldstation.sim.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.update.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real station, killed at every tenth of a download, asks for hardly a byte twice. */
@Tag("slow")
class ResumeTest {
  private static final int IMAGE = 6_000_000;
  private static final long SEED = 10;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"coap", "http"})
  void killedAtEveryTenthItBringsHardlyMoreThanTheImage(String scheme) throws Exception {
    try (var ground = new ProvingGround(folder, "coap-blocks = 4")) {
      var tap = tap(ground, scheme);
      var uri = publish(ground, scheme);
      ground.await("a registration", () -> ground.standing().state() == 0);
      long before = tap.given();
      tap.allow(IMAGE / 10);
      ground.await("the order taken", () -> ground.central.firmware().choose("mast-1", uri));
      for (int tenth = 1; tenth <= 9; tenth++) {
        ground.await("silence at %d tenths".formatted(tenth), tap::isDry);
        ground.station.kill();
        int kills = tenth;
        ground.await("the end of it", () -> ground.station.exits().size() >= kills);
        tap.allow(IMAGE / 10);
      }
      tap.open();
      ground.await("the whole of it", () -> ground.standing().state() == 2);
      long image = come();
      long sent = tap.given() - before;
      System.out.printf(
          "an image of %,d bytes over %s, killed at every tenth: %,d bytes were sent, %.3f of it%n",
          image, scheme, sent, (double) sent / image);
      assertThat(ground.station.exits()).hasSize(9);
      assertThat(sent).isLessThan(image * 105 / 100);
    }
  }

  /** The server names another version of the file in the middle; the bytes are the same. */
  @ParameterizedTest
  @ValueSource(strings = {"coap", "http"})
  void aFileThatTheServerNamesAnotherVersionInTheMiddleIsGoneOnWith(String scheme)
      throws Exception {
    try (var ground = new ProvingGround(folder, "coap-blocks = 4")) {
      var tap = tap(ground, scheme);
      var uri = publish(ground, scheme);
      ground.await("a registration", () -> ground.standing().state() == 0);
      long before = tap.given();
      tap.allow(IMAGE / 2);
      ground.await("the order taken", () -> ground.central.firmware().choose("mast-1", uri));
      ground.await("half of it", tap::isDry);
      renameVersions();
      tap.open();
      ground.await(
          "the whole of it",
          () -> {
            ground.central.firmware().choose("mast-1", uri); // the same again: go on now
            return ground.standing().state() == 2;
          });
      long sent = tap.given() - before;
      System.out.printf("another ETag in the middle over %s: %,d bytes were sent%n", scheme, sent);
      assertThat(sent).isLessThan(come() * 105 / 100);
    }
  }

  private static Tap tap(ProvingGround ground, String scheme) {
    return scheme.equals("http") ? ground.web.tap() : ground.depot.tap();
  }

  private static String publish(ProvingGround ground, String scheme) throws IOException {
    var uri =
        ground.publish(
            "1.1.0",
            release -> {
              var bytes = new byte[IMAGE];
              new Random(SEED).nextBytes(bytes);
              Files.write(release.resolve("lib/ballast.bin"), bytes);
            });
    return scheme.equals("http")
        ? "http://127.0.0.1:%d%s".formatted(ground.web.port(), uri.substring(uri.indexOf("/ota/")))
        : uri;
  }

  /** A depot tells versions by the time a file was written. */
  private void renameVersions() throws IOException {
    try (var objects = Files.newDirectoryStream(folder.resolve("repository/objects"))) {
      for (var object : objects) {
        var later = Files.getLastModifiedTime(object).toInstant().plusSeconds(60);
        Files.setLastModifiedTime(object, FileTime.from(later));
      }
    }
  }

  private long come() {
    return Progress.read(new PosixDisk(), folder.resolve("opt")).bytes();
  }
}
