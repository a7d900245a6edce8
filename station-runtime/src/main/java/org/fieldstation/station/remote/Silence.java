package org.fieldstation.station.remote;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.keep.Notebook;

/**
 * When no server answers for long, does stronger and stronger things about it, each once for every
 * stretch of silence and within its limit a day. Silence is counted in running time and kept on the
 * disk, so a reboot neither hides nor repeats what was done; what is done is recorded before it is
 * done.
 */
public final class Silence {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String SILENT = "silent-ms";
  private static final String TODAY = "day-ms";

  private final List<Remedy> ladder;
  private final Notebook kept;
  private final TimeKeeper time;
  private final Consumer<Outcome> told;
  private volatile boolean contact;

  /**
   * @param ladder the mildest first
   * @param told is told before each step; when it returns the record is safe
   */
  public Silence(List<Remedy> ladder, Notebook kept, TimeKeeper time, Consumer<Outcome> told) {
    this.ladder = List.copyOf(ladder);
    this.kept = kept;
    this.time = time;
    this.told = told;
  }

  /** A server answered. */
  public void contact() {
    contact = true;
  }

  /** Watches, for ever. */
  public void run() throws InterruptedException {
    while (true) {
      time.sleep(STEP);
      pass(STEP);
    }
  }

  /** So much time went by. */
  void pass(Duration step) {
    var next = new HashMap<String, String>();
    long day = number(TODAY) + step.toMillis();
    if (day >= DAY.toMillis()) {
      ladder.forEach(remedy -> next.put("today " + remedy.name(), "0"));
      day = 0;
    }
    next.put(TODAY, Long.toString(day));
    if (contact) {
      contact = false;
      ladder.forEach(remedy -> next.put("done " + remedy.name(), "0"));
      next.put(SILENT, "0");
      kept.put(next);
      return;
    }
    long silent = number(SILENT) + step.toMillis();
    next.put(SILENT, Long.toString(silent));
    kept.put(next);
    ladder.stream()
        .filter(remedy -> due(remedy, silent))
        .findFirst()
        .ifPresent(remedy -> take(remedy, silent));
  }

  /** Each time round takes twice as long as the last: a dead modem is not rebooted for ever. */
  private boolean due(Remedy remedy, long silent) {
    long done = number("done " + remedy.name());
    long wait = remedy.after().toMillis() << Math.min(done, 10);
    return silent >= wait && number("today " + remedy.name()) < remedy.perDay();
  }

  private void take(Remedy remedy, long silent) {
    long done = number("done " + remedy.name()) + 1;
    long today = number("today " + remedy.name()) + 1;
    kept.put(
        Map.of(
            "done " + remedy.name(), Long.toString(done),
            "today " + remedy.name(), Long.toString(today)));
    String why =
        "no server answered for %d min; %d of %d today"
            .formatted(Duration.ofMillis(silent).toMinutes(), today, remedy.perDay());
    told.accept(new Outcome("station", "silence", remedy.name(), "begun", why));
    try {
      remedy.action().take(why);
    } catch (RuntimeException e) {
      told.accept(
          new Outcome(
              "station", "silence", remedy.name(), "failed", String.valueOf(e.getMessage())));
    }
  }

  private long number(String name) {
    return kept.get(name).filter(it -> it.matches("[0-9]{1,15}")).map(Long::valueOf).orElse(0L);
  }
}
