package org.fieldstation.station;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.effort.Attendance;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.hearing.Screening;
import org.fieldstation.station.hearing.Seat;
import org.fieldstation.station.identify.Board;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.identify.Lint;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.listen.Window;
import org.fieldstation.station.notes.Alerts;
import org.fieldstation.station.notes.Report;
import org.fieldstation.station.settings.MicrophoneSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.wire.Bodies;

/**
 * Makes the ears of one microphone, and keeps over their changes what must not begin anew: the
 * account of each model's time, and when an alert was last given.
 */
final class EarMaker {
  /** What is cut from sound that no model hears, so that it is accounted for all the same. */
  private static final int DEAF_RATE = 8_000;

  private static final int DEAF_SECONDS = 3;

  private final MicrophoneSettings microphone;
  private final Parts parts;
  private final Scribe scribe;
  private final FaultBook faults;
  private final long boot;
  private final Screening screening;
  private final WeatherNow weather;
  private final Provenance provenance;
  private final ModelBook book;
  private final List<Attendance> attendances;
  private final Alerts alerts;
  private final Map<String, byte[]> told = new HashMap<>();
  private final TimeKeeper time;
  private Board board = new Board();
  private Runnable progress = () -> {};
  private boolean linted;

  EarMaker(
      MicrophoneSettings microphone,
      Parts parts,
      Scribe scribe,
      FaultBook faults,
      long boot,
      WeatherNow weather,
      Screening screening,
      List<Seat> seats) {
    this.microphone = microphone;
    this.parts = parts;
    this.scribe = scribe;
    this.faults = faults;
    this.boot = boot;
    this.weather = weather;
    this.screening = screening;
    this.time = parts.time();
    this.provenance =
        new Provenance(
            parts.software(), parts.configuration().hash(), microphone.name().orElse(""));
    this.book = new ModelBook(scribe, time, boot);
    var every = parts.settings().identifyOrDefault().alertEveryMinOrDefault();
    this.alerts = new Alerts(Duration.ofMinutes(every));
    this.attendances = seats.stream().map(seat -> attendance(seats, seat)).toList();
  }

  /** The first model's time is the microphone's; the others keep accounts of their own. */
  private Attendance attendance(List<Seat> seats, Seat seat) {
    var sensor =
        seat == seats.getFirst() ? microphone.sensor() : microphone.sensor() + ":" + seat.name();
    return new Attendance(sensor, Duration.ZERO);
  }

  /** Begins a run of the path: what filters remember of the one before is gone. */
  void begin(Runnable progress) {
    this.progress = progress;
    this.board = new Board();
  }

  /** Says what of the configuration cannot have an effect with these models. */
  void lintOnce(List<Seat> seats) {
    var cards = seats.stream().flatMap(seat -> seat.model().stream()).map(Model::card).toList();
    if (linted || cards.isEmpty()) {
      return;
    }
    linted = true;
    screening.lint(cards).remarks().stream()
        .filter(Lint.Remark::ineffective)
        .forEach(remark -> book.put("no-effect", "", Optional.empty(), remark.text()));
  }

  Board board() {
    return board;
  }

  ModelBook book() {
    return book;
  }

  /**
   * The ear of a model.
   *
   * @param judging asks the judge, or knows better
   */
  Ear ear(
      int index,
      Seat seat,
      Model model,
      Timeline timeline,
      BiFunction<Judge, Window, Findings> judging) {
    var card = model.card();
    var input = card.input();
    board.joins(seat.name(), card.labels());
    board.rests(seat.name(), false);
    var judge = screening.judge(seat.settings(), model.classifier(), board);
    var context = provenance.context(card);
    tellOnce(seat.name(), context);
    var hop = Duration.ofNanos(input.hopSamples() * 1_000_000_000L / input.rate());
    return new Ear(
        input.rate(),
        input.windowSamples(),
        input.hopSamples(),
        window -> judging.apply(judge, window),
        findings -> {
          progress.run();
          parts.observer().heard(timeline.at(findings.window().startSeconds()).utc(), findings);
        },
        report(index, timeline, Bodies.nameOf(context), hop));
  }

  /** An ear without a model: the time is accounted for, and nothing is named. */
  Ear deaf(int index, Timeline timeline) {
    int length = DEAF_RATE * DEAF_SECONDS;
    return new Ear(
        DEAF_RATE,
        length,
        length,
        window -> new Findings(window, List.of(), "no-model"),
        _ -> progress.run(),
        report(index, timeline, new byte[0], Duration.ofSeconds(DEAF_SECONDS)));
  }

  private Report report(int index, Timeline timeline, byte[] context, Duration hop) {
    return new Report(
        timeline,
        attendances.get(index),
        boot,
        context,
        hop,
        alerts,
        () -> weather.brief(time.now().uptime()));
  }

  /** Notes that a model failed; it does not stop the others. */
  void failed(ModelException fault) {
    faults.note(microphone.path(), fault);
  }

  void account(int index, Duration until, Effort effort, String reason) {
    attendances
        .get(index)
        .account(until, effort, reason)
        .map(Note.Attended::new)
        .ifPresent(scribe::put);
  }

  /** A path that is started again all night says what it works with once. */
  private void tellOnce(String model, byte[] context) {
    if (!Arrays.equals(context, told.get(model))) {
      scribe.put(new Note.Fact(Lane.DATA, Kind.CONTEXT, Stamp.of(boot, time.now()), context));
      told.put(model, context);
    }
  }
}
