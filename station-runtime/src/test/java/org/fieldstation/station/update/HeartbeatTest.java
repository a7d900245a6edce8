package org.fieldstation.station.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heart of a release on trial beats while it records, and for nothing less. */
class HeartbeatTest {
  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-27T12:00:00Z"));
  private final Beats beats = new Beats(time);
  private Set<String> recorders = Set.of("sound");
  private Heartbeat heartbeat;

  @BeforeEach
  void begins() {
    heartbeat = new Heartbeat(file(), beats, () -> recorders, time);
  }

  @AfterEach
  void ends() {
    heartbeat.close();
  }

  private Path file() {
    return folder.resolve("heartbeat");
  }

  private String after(Duration duration) throws Exception {
    time.sleep(duration);
    return Files.exists(file()) ? Files.readString(file()) : "";
  }

  @Test
  void itDoesNotBeginBeforeTheFirstSoundWasListenedTo() throws Exception {
    assertThat(after(Duration.ofSeconds(10))).isEmpty();
    beats.beat("sound");
    assertThat(after(Duration.ofSeconds(2))).isNotEmpty();
  }

  @Test
  void itStopsWhenTheRecorderStops() throws Exception {
    beats.beat("sound");
    var last = after(Duration.ofSeconds(20));
    assertThat(last).isNotEmpty().isEqualTo(after(Duration.ofSeconds(20)));
    beats.beat("sound");
    assertThat(after(Duration.ofSeconds(2))).isNotEqualTo(last);
  }

  @Test
  void itStopsWhenNobodyJudgesTheTrialAnyMore() throws Exception {
    recorders = Set.of();
    assertThat(after(Duration.ofMinutes(2))).isNotEmpty();
    var last = after(Duration.ofMinutes(3));
    assertThat(after(Duration.ofMinutes(3))).isEqualTo(last);
    beats.beat("update");
    assertThat(after(Duration.ofSeconds(2))).isNotEqualTo(last);
  }

  @Test
  void aReleaseThatProvedItselfMayPause() throws Exception {
    recorders = Set.of();
    assertThat(after(Duration.ofSeconds(30))).isNotEqualTo(after(Duration.ofSeconds(2)));
  }
}
