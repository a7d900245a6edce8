package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fieldstation.drivers.Sample;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.identify.Verdict;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.media.Kept;

/** Says what happens in lines for a person. */
final class PlainObserver implements RunObserver {
  private final PrintWriter out;

  PlainObserver(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void started(String epoch, long boot) {
    print("started, boot " + boot + " of journal " + epoch);
  }

  @Override
  public void listening(String microphone, int rate, String model) {
    print("listening to " + microphone + " at " + rate + " Hz with " + model);
  }

  @Override
  public void heard(Instant start, Findings findings) {
    findings.detections().forEach(heard -> print(line(start, "heard", heard)));
    findings.rejected().forEach(doubted -> print(line(start, "doubted", doubted.candidate())));
  }

  private static String line(Instant start, String what, Detection heard) {
    var label = heard.label();
    return String.format(
        Locale.ROOT,
        "%s  %-7s %-24s %s  %.2f  %s",
        start.truncatedTo(ChronoUnit.SECONDS),
        what,
        label.scientificName().isEmpty() ? label.en() : label.scientificName(),
        label.zh(),
        heard.score(),
        Verdict.words(heard.verdicts()));
  }

  @Override
  public void measured(String sensor, Sample sample) {
    var values =
        sample.readings().stream()
            .map(reading -> "%.1f %s".formatted(reading.value(), reading.unit()))
            .collect(Collectors.joining(", "));
    if (!values.isEmpty()) {
      print(sensor + ": " + values);
    }
  }

  @Override
  public void watching(String camera, String models) {
    print("watching " + camera + " with " + models);
  }

  @Override
  public void saw(Kept event) {
    var seen = event.sighting();
    print(
        "%s  saw    %-24s %s, %d pictures"
            .formatted(
                seen.burst().start().utc().truncatedTo(ChronoUnit.SECONDS),
                seen.named()
                    .map(named ->
                        named.label().scientificName().isEmpty()
                            ? named.label().en()
                            : named.label().scientificName())
                    .orElse("something"),
                seen.outcome().word(),
                seen.burst().looks().size()));
  }

  @Override
  public void confirmed(String server, Receipt receipt) {
    print(
        server
            + " has "
            + receipt.lane().name().toLowerCase(Locale.ROOT)
            + " up to "
            + receipt.upTo());
  }

  @Override
  public void ended() {
    print("stopped");
  }

  private void print(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
