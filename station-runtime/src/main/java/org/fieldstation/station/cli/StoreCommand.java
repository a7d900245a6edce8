package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.JournalReader.LaneState;
import org.fieldstation.station.text.JsonLine;
import org.fieldstation.station.wire.Bodies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into the journal, also while the station runs. */
@Command(
    name = "store",
    description = "Looks into the journal: how it stands, what is in it, whether it is whole.",
    mixinStandardHelpOptions = true)
final class StoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(
      arity = "0..1",
      defaultValue = "STATUS",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private View view = View.STATUS;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  private enum View {
    STATUS,
    RECORDS,
    LEDGER,
    VERIFY
  }

  @Override
  public Integer call() {
    try (var journal = JournalReader.open(config.data())) {
      return switch (view) {
        case STATUS -> status(journal);
        case RECORDS -> records(journal);
        case LEDGER -> ledger(journal);
        case VERIFY -> verify(journal);
      };
    }
  }

  private int status(JournalReader journal) {
    if (!json) {
      out().println("journal " + journal.epoch() + ", " + journal.boots() + " starts");
      out().println("lane     last number       held   given up   confirmed by servers");
    }
    journal.lanes().forEach(lane -> out().println(json ? line(lane) : row(lane)));
    return 0;
  }

  private int records(JournalReader journal) {
    journal.items((lane, item) -> {
      var line = new JsonLine().put("lane", word(lane)).put("seq", item.first());
      out()
          .println(
              switch (item) {
                case Entry(_, var kind, var stamp, var body) ->
                    line.put("kind", word(kind))
                        .put("at", stamp.utc().toString())
                        .put("clock", word(stamp.source()))
                        .put("body", Bodies.readable(body));
                case Tombstone(_, var last, var reason) ->
                    line.put("last", last).put("given_up", reason);
              });
    });
    return 0;
  }

  private int ledger(JournalReader journal) {
    for (var stretch : journal.ledger().stretches()) {
      out()
          .println(
              json
                  ? new JsonLine()
                      .put("sensor", stretch.sensor())
                      .put("from", stretch.from().toString())
                      .put("to", stretch.to().toString())
                      .put("effort", word(stretch.effort()))
                      .put("reason", stretch.reason())
                  : "%s  %s  %s  %s %s"
                      .formatted(
                          stretch.sensor(),
                          stretch.from(),
                          stretch.to(),
                          word(stretch.effort()),
                          stretch.reason()));
    }
    return 0;
  }

  private int verify(JournalReader journal) {
    var faults = journal.faults();
    faults.forEach(fault -> out().println(json ? new JsonLine().put("fault", fault) : fault));
    if (faults.isEmpty()) {
      out().println(json ? new JsonLine().put("whole", true) : "the journal is whole");
    }
    return faults.isEmpty() ? 0 : Complaints.NO;
  }

  private static JsonLine line(LaneState lane) {
    var line =
        new JsonLine()
            .put("lane", word(lane.lane()))
            .put("last", lane.last())
            .put("held", lane.held())
            .put("given_up", lane.givenUp());
    lane.confirmed().forEach((server, upTo) -> line.put("confirmed_by_" + server, upTo));
    return line;
  }

  private static String row(LaneState lane) {
    return String.format(
        Locale.ROOT,
        "%-8s %11d %10d %10d   %s",
        word(lane.lane()),
        lane.last(),
        lane.held(),
        lane.givenUp(),
        lane.confirmed());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
