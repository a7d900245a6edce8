package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.fieldstation.drivers.Sample;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.identify.Verdict;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.look.Named;
import org.fieldstation.station.media.Kept;
import org.fieldstation.station.media.Medium;
import org.fieldstation.station.text.JsonLine;

/** Says what happens as JSON, one object a line. */
final class JsonObserver implements RunObserver {
  private final PrintWriter out;
  private final AtomicLong windows = new AtomicLong();

  JsonObserver(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void started(String epoch, long boot) {
    print(new JsonLine().put("event", "started").put("epoch", epoch).put("boot", boot));
  }

  @Override
  public void listening(String microphone, int rate, String model) {
    print(
        new JsonLine()
            .put("event", "listening")
            .put("microphone", microphone)
            .put("rate_hz", rate)
            .put("model", model));
  }

  @Override
  public void heard(Instant start, Findings findings) {
    long count = windows.incrementAndGet();
    print(
        new JsonLine()
            .put("event", "window")
            .put("at", start.truncatedTo(ChronoUnit.MILLIS).toString())
            .put("windows", count)
            .put("gate", findings.gate()));
    findings.detections().forEach(heard -> print(heard("detection", start, heard)));
    findings
        .rejected()
        .forEach(doubted ->
            print(heard("rejection", start, doubted.candidate()).put("alike", doubted.alike())));
  }

  private static JsonLine heard(String event, Instant start, Detection heard) {
    return new JsonLine()
        .put("event", event)
        .put("at", start.truncatedTo(ChronoUnit.MILLIS).toString())
        .put("label", heard.label().id())
        .put("scientific_name", heard.label().scientificName())
        .put("name", heard.label().en())
        .put("name_zh", heard.label().zh())
        .put("score", heard.score(), 4)
        .put("threshold", heard.threshold(), 4)
        .put("verdicts", Verdict.words(heard.verdicts()));
  }

  @Override
  public void measured(String sensor, Sample sample) {
    for (var reading : sample.readings()) {
      print(
          new JsonLine()
              .put("event", "reading")
              .put("sensor", sensor)
              .put("quantity", reading.quantity().name().toLowerCase(Locale.ROOT))
              .put("value", reading.value(), 2)
              .put("unit", reading.unit()));
    }
  }

  @Override
  public void watching(String camera, String models) {
    print(new JsonLine().put("event", "watching").put("camera", camera).put("models", models));
  }

  @Override
  public void saw(Kept event) {
    var seen = event.sighting();
    print(
        new JsonLine()
            .put("event", "sighting")
            .put("at", seen.burst().start().utc().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("outcome", seen.outcome().word())
            .put("label", seen.named().map(named -> named.label().id()).orElse(""))
            .put("scientific_name", seen.named().map(n -> n.label().scientificName()).orElse(""))
            .put("name", seen.named().map(named -> named.label().en()).orElse(""))
            .put("name_zh", seen.named().map(named -> named.label().zh()).orElse(""))
            .put("score", seen.named().map(Named::score).orElse(0f), 4)
            .put("count", seen.count())
            .put("frames", seen.burst().looks().size())
            .put("files", event.media().size())
            .put("restricted", event.media().stream().filter(Medium::restricted).count()));
  }

  @Override
  public void confirmed(String server, Receipt receipt) {
    print(
        new JsonLine()
            .put("event", "confirmed")
            .put("server", server)
            .put("lane", receipt.lane().name().toLowerCase(Locale.ROOT))
            .put("up_to", receipt.upTo()));
  }

  @Override
  public void ended() {
    print(new JsonLine().put("event", "ended").put("windows", windows.get()));
  }

  private void print(JsonLine line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
