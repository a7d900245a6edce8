package org.fieldstation.drivers.gnss;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.gnss.Report.Gsv;
import org.fieldstation.drivers.gnss.Report.Rmc;
import org.fieldstation.drivers.gnss.Report.Zda;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.drivers.wires.SerialLine;
import org.jspecify.annotations.Nullable;

/** A satellite receiver on a serial line. It is only listened to: nothing is configured. */
public final class GnssReceiver {

  /** Receivers speak once a second; one that is silent for so long is not there. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final int PROVING_READS = 64;

  private final SerialLine line;
  private final StationClock clock;
  private final Lines lines = new Lines();
  private final Navigation navigation = new Navigation();
  private final Sky sky = new Sky();
  private final TimeJudge judge;
  private final byte[] bytes = new byte[512];
  private long sentences;
  private @Nullable TimeOffer offer;

  private GnssReceiver(SerialLine line, StationClock clock, Instant notBefore) {
    this.line = line;
    this.clock = clock;
    this.judge = new TimeJudge(notBefore);
  }

  /**
   * What is known now.
   *
   * @param sentences heard and understood since the line was opened
   * @param refused what began like a sentence and was none
   */
  public record Position(
      Optional<Fix> fix,
      Optional<TimeOffer> time,
      List<Satellite> inView,
      long sentences,
      long refused) {}

  /**
   * Listens until one sentence with a right checksum came.
   *
   * @param notBefore a time that has certainly passed; earlier ones never set a clock
   */
  public static GnssReceiver open(SerialLine line, StationClock clock, Instant notBefore)
      throws InterruptedException {
    var receiver = new GnssReceiver(line, clock, notBefore);
    for (int i = 0; i < PROVING_READS && receiver.sentences == 0; i++) {
      if (!receiver.listen()) {
        break;
      }
    }
    if (receiver.sentences == 0) {
      throw new DeviceException(
          DeviceException.Code.ABSENT, line.name() + ": no NMEA here; check line and baud rate");
    }
    return receiver;
  }

  /** Listens for what comes next, at most three seconds, and says what is known then. */
  public Position read() throws InterruptedException {
    listen();
    var position = now();
    offer = null; // a time is told once: later it is no longer the time
    return position;
  }

  private Position now() {
    return new Position(
        navigation.fix(clock.nanos()),
        Optional.ofNullable(offer),
        sky.satellites(),
        sentences,
        lines.refused());
  }

  private boolean listen() throws InterruptedException {
    int count = line.read(bytes, SILENCE);
    long nanos = clock.nanos();
    for (int i = 0; i < count; i++) {
      lines.take(bytes[i]).ifPresent(it -> take(it, nanos));
    }
    return count > 0;
  }

  private void take(Sentence sentence, long nanos) {
    sentences++;
    Reports.of(sentence).ifPresent(it -> take(it, nanos));
  }

  private void take(Report report, long nanos) {
    navigation.take(report, nanos);
    switch (report) {
      case Rmc it ->
          judge.judge(it, navigation.fix(nanos).isPresent(), nanos).ifPresent(this::offered);
      case Zda it -> judge.take(it);
      case Gsv it -> sky.take(it);
      case Report.Gga _, Report.Gsa _ -> {}
    }
  }

  private void offered(TimeOffer it) {
    offer = it;
  }
}
