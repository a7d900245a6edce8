package org.fieldstation.station.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.keep.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done about silence: the mildest first, each within its limit, recorded before. */
class SilenceTest {
  private static final Duration STEP = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final List<String> done = new ArrayList<>();

  @Test
  void theLadderIsClimbedInOrderAndTheRecordComesFirst() {
    pass(silence(), Duration.ofHours(3));

    assertThat(done)
        .containsSubsequence(
            "record radio begun",
            "radio",
            "record modem-power begun",
            "modem-power",
            "record reboot begun",
            "reboot");
  }

  @Test
  void contactBeginsTheSilenceAnew() {
    var silence = silence();
    for (int hour = 0; hour < 24; hour++) {
      pass(silence, Duration.ofMinutes(25));
      silence.contact();
    }
    assertThat(done).isEmpty();
  }

  @Test
  void aRebootForgetsNeitherTheSilenceNorWhatWasDoneAboutIt() {
    for (int start = 0; start < 2 * 24 * 6 - 1; start++) { // it starts anew every ten minutes
      pass(silence(), Duration.ofMinutes(10));
    }
    assertThat(done.stream().filter("reboot"::equals).count()).isBetween(2L, 4L);
    assertThat(done.stream().filter("radio"::equals).count()).isBetween(3L, 12L);
  }

  @Test
  void whatCannotBeDoneIsRecordedAndTheNextIsTried() {
    var broken =
        new Remedy(
            "radio",
            Duration.ofMinutes(30),
            6,
            _ -> {
              throw new RemoteException(RemoteException.Code.NOT_ALLOWED, "no radio");
            });
    var silence =
        new Silence(
            List.of(broken, remedy("reboot", 120, 2)),
            new Notebook(new KeptFile(folder.resolve("silence"))),
            time,
            this::record);
    pass(silence, Duration.ofHours(3));
    assertThat(done).contains("record radio failed", "reboot");
  }

  private void pass(Silence silence, Duration span) {
    for (var gone = Duration.ZERO; gone.compareTo(span) < 0; gone = gone.plus(STEP)) {
      silence.pass(STEP);
    }
  }

  private Silence silence() {
    return new Silence(
        List.of(remedy("radio", 30, 6), remedy("modem-power", 60, 3), remedy("reboot", 120, 2)),
        new Notebook(new KeptFile(folder.resolve("silence"))),
        time,
        this::record);
  }

  private Remedy remedy(String name, int minutes, int perDay) {
    return new Remedy(name, Duration.ofMinutes(minutes), perDay, _ -> done.add(name));
  }

  private void record(Outcome outcome) {
    done.add("record " + outcome.id() + " " + outcome.state());
  }
}
