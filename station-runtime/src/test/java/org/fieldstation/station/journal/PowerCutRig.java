package org.fieldstation.station.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;

/**
 * The journal's side of {@code scripts/rigs/powercut}, which cuts the disk under it at every write.
 * Commands come in on standard input, one a line.
 *
 * <pre>
 * load FOLDER COMMITS   writes; after each commit "ack DATA URGENT", and goes on when told "go"
 * check FOLDER          opens what a cut left, as a station does: "ok DATA URGENT" or "BROKEN …"
 * </pre>
 */
final class PowerCutRig {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final String SERVER = "reserve";

  private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
  private final Random random = new Random(7);

  private PowerCutRig() {}

  public static void main(String[] args) throws IOException {
    new PowerCutRig().listen();
  }

  private void listen() throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var words = line.split(" ", -1);
      switch (words[0]) {
        case "load" -> load(Path.of(words[1]), Integer.parseInt(words[2]));
        case "check" -> System.out.println(check(Path.of(words[1])));
        default -> throw new IOException("no command: " + line);
      }
    }
  }

  private void load(Path folder, int commits) throws IOException {
    try (var home = open(folder)) {
      var journal = home.journal();
      for (int commit = 1; commit <= commits; commit++) {
        journal.write(at(commit), batch(journal.boot(), commit));
        if (commit % 20 == 0) {
          var upTo = Math.max(1, journal.last(Lane.DATA) - 10);
          journal.receive(SERVER, new Receipt(journal.epoch(), Lane.DATA, upTo));
          journal.forget(List.of(SERVER), at(1_000_000), Duration.ofSeconds(1));
        }
        System.out.println("ack " + said(journal));
        in.readLine();
      }
    }
    System.out.println("done");
  }

  private List<Note> batch(long boot, int commit) {
    var notes = new ArrayList<Note>();
    var lane = commit % 7 == 0 ? Lane.URGENT : Lane.DATA;
    for (int i = 0; i <= random.nextInt(3); i++) {
      var body = new byte[200 + random.nextInt(2000)];
      random.nextBytes(body);
      notes.add(new Note.Fact(lane, Kind.FAULT, Stamp.of(boot, at(commit)), body));
    }
    return notes;
  }

  private String check(Path folder) {
    try (var home = open(folder)) {
      var damage = home.damage();
      if (damage.isPresent()) {
        return "BROKEN " + damage.get().getMessage();
      }
      var faults = faults(folder);
      return faults.isEmpty() ? "ok " + said(home.journal()) : "BROKEN " + faults;
    } catch (JournalException e) {
      return "BROKEN " + e.getMessage();
    }
  }

  private static List<String> faults(Path folder) {
    try (var reader = JournalReader.open(folder)) {
      return reader.faults();
    }
  }

  private static String said(Journal journal) {
    return journal.last(Lane.DATA) + " " + journal.last(Lane.URGENT);
  }

  private JournalHome open(Path folder) {
    return JournalHome.open(folder, at(0), random, _ -> new byte[8]);
  }

  private static Moment at(int seconds) {
    var uptime = Duration.ofSeconds(seconds);
    return new Moment(START.plus(uptime), TimeSource.GNSS, Duration.ofMillis(1), uptime);
  }
}
