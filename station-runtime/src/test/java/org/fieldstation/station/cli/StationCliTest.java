package org.fieldstation.station.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.journal.JournalHome;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationCliTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theStoreSaysHowEachLaneStands() throws IOException {
    live();

    assertThat(run("store", "--json")).isZero();
    assertThat(out.toString())
        .contains(
            "{\"lane\":\"data\",\"last\":2,\"held\":2,\"given_up\":0,\"confirmed_by_reserve\":1}");
  }

  @Test
  void theStoreShowsItsRecordsAndItsLedgerAndThatItIsWhole() throws IOException {
    live();

    assertThat(run("store", "records")).isZero();
    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("device-lost"));
    assertThat(run("store", "ledger")).isZero();
    assertThat(out.toString()).contains("2026-06-01T00:00:00Z  2026-06-01T00:00:03Z  classified");
    assertThat(run("store", "verify")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("the journal is whole");
  }

  @Test
  void aStoreThatIsNotAJournalIsRefusedInOneLine() throws IOException {
    live();
    Files.writeString(folder.resolve("data/journal.db"), "not a journal, though it is long enough");

    assertThat(run("store", "verify")).isEqualTo(Complaints.REFUSED);
    assertThat(err.toString().lines()).singleElement().asString().contains("journal.db");
  }

  @Test
  void aMissingStoreAMissingFileAndAMisspeltCommandEachGetOneLineAndTheirCode() throws IOException {
    configure();
    assertThat(run("store")).isEqualTo(Complaints.ENVIRONMENT);
    assertThat(err.toString().lines()).hasSize(1);

    err.getBuffer().setLength(0);
    assertThat(execute("store", "--config", folder.resolve("none.toml").toString()))
        .isEqualTo(Complaints.USAGE);
    assertThat(err.toString().lines()).hasSize(1);

    err.getBuffer().setLength(0);
    assertThat(execute("stor")).isEqualTo(Complaints.USAGE);
    assertThat(err.toString().lines()).hasSize(1);
  }

  private void live() throws IOException {
    configure();
    var time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
    try (var home =
        JournalHome.open(
            folder.resolve("data"), time.now(), new SplittableRandom(1), Bodies::effort)) {
      var journal = home.journal();
      var body = Bodies.fault("sound", "device-lost", "the microphone is gone");
      var fault = new Note.Fact(Lane.DATA, Kind.FAULT, Stamp.of(journal.boot(), time.now()), body);
      var span =
          new Span("microphone", Duration.ZERO, Duration.ofSeconds(3), Effort.CLASSIFIED, "");
      journal.write(time.now(), List.of(fault, fault, new Note.Attended(span)));
      journal.receive("reserve", new Receipt(journal.epoch(), Lane.DATA, 1));
    }
  }

  private void configure() throws IOException {
    Files.writeString(folder.resolve("station.toml"), "[station]\nname = 'a'\ndata = 'data'\n");
  }

  private int run(String command, String... more) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--config", folder.resolve("station.toml").toString()));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    out.getBuffer().setLength(0);
    return StationCli.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
