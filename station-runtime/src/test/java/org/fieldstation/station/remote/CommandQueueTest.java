package org.fieldstation.station.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.keep.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands are done once, in their time, and every one gets its receipt. */
class CommandQueueTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-12-01T00:00:00Z");

  @TempDir Path folder;
  private final VirtualTime time = new VirtualTime(MIDNIGHT);
  private final List<String> done = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void aCommandIsDoneOnceHoweverOftenItIsSent() throws Exception {
    var queue = queue();
    assertThat(queue.submit("reserve", "1 note with=hello there")).isNull();
    assertThat(queue.submit("reserve", "1 note with=hello there")).isNull();
    assertThat(queue.submit("reserve", "1 note with=else")).contains("another command had the id");

    run(queue, Duration.ofMinutes(5));

    assertThat(done).containsExactly("hello there");
    assertThat(told).containsExactly("1 done note: hello there");
    assertThat(queue().submit("reserve", "1 note with=hello there")).isNull();
    run(queue(), Duration.ofMinutes(5));
    assertThat(done).hasSize(1);
  }

  @Test
  void itWaitsForItsTimeAndNotBeyondItsEnd() throws Exception {
    time.step(Duration.ZERO, TimeSource.NTP);
    var queue = queue();
    queue.submit("reserve", "1 note at=2026-12-01T02:00:00Z with=at two");
    queue.submit("reserve", "2 note at=2026-12-01T02:00:00Z until=2026-12-01T03:00:00Z with=late");
    var line = time.start("commands", queue::run);
    time.sleep(Duration.ofMinutes(119));
    assertThat(done).isEmpty();
    stop(line);

    time.sleep(Duration.ofHours(2)); // the station was off over the second one's end
    run(queue(), Duration.ofMinutes(5));

    assertThat(done).containsExactly("at two");
    assertThat(told).anyMatch(it -> it.startsWith("2 expired"));
  }

  @Test
  void withoutAClockNothingThatHasATimeIsDone() throws Exception {
    time.step(Duration.ZERO, TimeSource.NONE);
    var queue = queue();
    queue.submit("reserve", "1 note at=2026-11-01T02:00:00Z with=when?");
    run(queue, Duration.ofHours(1));
    assertThat(done).isEmpty();
  }

  @Test
  void whatFailsIsTriedAsOftenAsItSaysAndWhatKillsTheStationIsNotRepeatedForEver()
      throws Exception {
    var queue = queue();
    queue.submit("reserve", "1 fail attempts=3");
    run(queue, Duration.ofHours(1));
    assertThat(done).containsExactly("tried", "tried", "tried");
    assertThat(told).containsExactly("1 failed fail: no luck");

    told.clear();
    new Notebook(file()).put("command reserve 2", "reserve|RUNNING|1||2 reboot attempts=1");
    run(queue(), Duration.ofMinutes(5));
    assertThat(told).containsExactly("2 done reboot: the station was started anew");
  }

  @Test
  void nonsenseIsRefusedWithAReasonAndTheQueueIsBounded() {
    var queue = queue();
    assertThat(queue.submit("reserve", "1")).contains("a command is");
    assertThat(queue.submit("reserve", "1 dance"))
        .contains("this station knows fail, note, reboot");
    assertThat(queue.submit("reserve", "1 note at=tomorrow")).contains("not a time");
    assertThat(queue.submit("reserve", "1 note\nattempts=2")).contains("one line");
    for (int i = 0; i < 32; i++) {
      assertThat(queue.submit("reserve", i + " note")).isNull();
    }
    assertThat(queue.submit("reserve", "32 note")).contains("too many");
    assertThat(queue.cancel("reserve", "0")).isNull();
    assertThat(queue.cancel("other", "1")).contains("no such");
    assertThat(queue.submit("reserve", "32 note")).isNull();
  }

  private KeptFile file() {
    return new KeptFile(folder.resolve("commands"));
  }

  private CommandQueue queue() {
    Map<String, Verb> verbs =
        Map.of(
            "note",
            (_, text) -> {
              done.add(text);
              return text;
            },
            "fail",
            (_, _) -> {
              done.add("tried");
              throw new RemoteException(RemoteException.Code.FAILED, "no luck");
            },
            "reboot",
            (_, _) -> "begun");
    return new CommandQueue(
        new Notebook(file()),
        time,
        verbs,
        it -> told.add(it.id() + " " + it.state() + " " + it.detail()));
  }

  private void run(CommandQueue queue, Duration how) throws InterruptedException {
    var line = time.start("commands", queue::run);
    time.sleep(how);
    stop(line);
  }

  private static void stop(Line line) throws InterruptedException {
    line.stop();
    line.join();
  }
}
