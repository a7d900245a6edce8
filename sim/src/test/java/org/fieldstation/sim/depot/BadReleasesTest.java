package org.fieldstation.sim.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldstation.sim.central.FirmwareDesk.Standing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Releases that are signed and bad, as real programs under the real launcher: each is taken back by
 * the station itself, which records and says so at its server. Three of them always run, all with
 * {@code -Dfieldstation.long=true}: a minute or two each.
 */
@Tag("slow")
class BadReleasesTest {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Set<Badness> ALWAYS =
      EnumSet.of(Badness.CRASHES, Badness.HANGS_LATER, Badness.BREAKS_THE_DATABASE);

  /** A field station waits longer before it trusts, and recording-s is what it has there. */
  private static final String UPDATE =
      """
      trial-s = 30
      health-s = 55
      recording-s = %d
      contact-min = 1
      """
          .formatted(Integer.getInteger("fieldstation.recording-s", 20));

  @TempDir Path folder;

  static Stream<Badness> sample() {
    return Arrays.stream(Badness.values())
        .filter(one -> Boolean.getBoolean("fieldstation.long") || ALWAYS.contains(one));
  }

  @ParameterizedTest
  @MethodSource("sample")
  void aBadReleaseIsTakenBackByTheStationItself(Badness badness) throws Exception {
    try (var ground = new ProvingGround(folder, UPDATE)) {
      var end = ground.update(ground.publish("1.1.0", badness::spoil));
      assertThat(end).isEqualTo(new Standing(0, 8, "1.0.0"));
      ground.await("its reason", () -> ground.reason().equals(badness.reason()));
      var back = Instant.now();
      ground.await("recording again", () -> ground.isRecordingSince(back));
      assertThat(silences(badness, ground))
          .allSatisfy(silence -> assertThat(silence).isLessThan(LONGEST.plus(slowness())));
    }
  }

  private Duration slowness() throws Exception {
    return Silences.slowness(folder.resolve("release-1.0.0"));
  }

  /** The longest silence of each start of the bad release, and of the good one after it. */
  private List<Duration> silences(Badness badness, ProvingGround ground) throws IOException {
    var starts = ground.station.starts();
    var silences =
        Silences.ofAttempts(
            folder.resolve("data"), starts.subList(1, starts.size()), Instant.now());
    System.out.printf(
        "%s: taken back after %d starts (%s), longest silence of each start %s%n",
        badness,
        starts.size() - 2,
        badness.reason(),
        silences.stream().map(BadReleasesTest::seconds).collect(Collectors.joining(" ")));
    return silences;
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
