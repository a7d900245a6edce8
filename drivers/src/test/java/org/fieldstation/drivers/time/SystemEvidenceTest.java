package org.fieldstation.drivers.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemEvidenceTest {
  private static final Instant NOW = Instant.parse("2027-03-01T05:00:00Z");

  @TempDir Path root;

  @Test
  void aPlausibleYearIsNoEvidence() {
    assertThat(look(Optional.empty()).source()).isEqualTo(TimeSource.NONE);
  }

  @Test
  void aClockThatTheKernelSaysIsKeptIsAsGoodAsTheKernelSays() {
    var evidence = look(Optional.of(Duration.ofMillis(37)));

    assertThat(evidence.source()).isEqualTo(TimeSource.NTP);
    assertThat(evidence.uncertainty()).isEqualTo(Duration.ofMillis(37));
  }

  @Test
  void aLinkThatWasLostLetsTheUncertaintyGrowAndDoesNotMakeTheClockUnknown() throws IOException {
    var file = file("run/systemd/timesync/synchronized", "");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(10))));

    var evidence = look(Optional.empty());

    assertThat(evidence.source()).isEqualTo(TimeSource.NTP);
    assertThat(evidence.uncertainty()).isEqualTo(Duration.ofMillis(18_500));
  }

  @Test
  void aClockChipCountsOnlyWhenTheKernelTookTheTimeFromIt() throws IOException {
    file("sys/class/rtc/rtc0/hctosys", "0\n");
    assertThat(look(Optional.empty()).source()).isEqualTo(TimeSource.NONE);

    file("sys/class/rtc/rtc0/hctosys", "1\n");
    assertThat(look(Optional.empty()).source()).isEqualTo(TimeSource.RTC);
  }

  @Test
  void theKernelAnswers() {
    var kernel = KernelClock.find();

    assertThat(kernel).isPresent();
    assertThat(kernel.orElseThrow().mostError())
        .satisfiesAnyOf(
            nobody -> assertThat(nobody).isEmpty(),
            kept ->
                assertThat(kept.orElseThrow()).isBetween(Duration.ZERO, Duration.ofSeconds(17)));
  }

  private Evidence look(Optional<Duration> kernel) {
    return new SystemEvidence(root, () -> kernel, () -> NOW).look();
  }

  private Path file(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
