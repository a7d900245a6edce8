package org.fieldstation.sim.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.update.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real station, killed at every tenth of a download over CoAP, asks for hardly a byte twice. */
@Tag("slow")
class ResumeTest {
  private static final int IMAGE = 1_500_000;
  private static final long SEED = 10;

  @TempDir Path folder;

  @Test
  void killedAtEveryTenthItBringsHardlyMoreThanTheImage() throws Exception {
    try (var ground = new ProvingGround(folder, "")) {
      var uri =
          ground.publish(
              "1.1.0",
              release -> {
                var bytes = new byte[IMAGE];
                new Random(SEED).nextBytes(bytes);
                Files.write(release.resolve("lib/ballast.bin"), bytes);
              });
      ground.await("a registration", () -> ground.standing().state() == 0);
      long before = ground.depot.sent();
      ground.await("the order taken", () -> ground.central.firmware().choose("mast-1", uri));
      for (int tenth = 1; tenth <= 9; tenth++) {
        long part = IMAGE / 10L * tenth;
        ground.await("%d bytes".formatted(part), () -> come() >= part);
        ground.station.kill();
      }
      ground.await("the whole of it", () -> ground.standing().state() == 2);
      long image = come();
      long sent = ground.depot.sent() - before;
      System.out.printf(
          "an image of %,d bytes over CoAP, killed at every tenth: %,d bytes were sent, %.3f of"
              + " it%n",
          image, sent, (double) sent / image);
      assertThat(ground.station.exits()).hasSizeGreaterThanOrEqualTo(9);
      assertThat(sent).isLessThan(image * 105 / 100);
    }
  }

  private long come() {
    return Progress.read(new PosixDisk(), folder.resolve("opt")).bytes();
  }
}
