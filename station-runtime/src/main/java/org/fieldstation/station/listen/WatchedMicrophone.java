package org.fieldstation.station.listen;

import java.util.Locale;
import java.util.Optional;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sound;

/**
 * A microphone whose health is judged by its sound once a minute, and whose losses are told. A
 * station that runs with a dead microphone hears nothing and nobody notices.
 */
public final class WatchedMicrophone implements Microphone {
  private static final int SECONDS = 60;

  private final Microphone microphone;
  private final Complaint complaint;
  private final Stethoscope stethoscope = new Stethoscope();
  private CaptureCounts told = CaptureCounts.NONE;

  /** Is told of what is wrong. */
  @FunctionalInterface
  public interface Complaint {

    /**
     * Something is wrong.
     *
     * @param code a stable word, for instance {@code microphone-dead}
     * @param message one line for a person
     */
    void note(String code, String message);

    /** A minute of sound was as it should be. */
    default void well() {}
  }

  public WatchedMicrophone(Microphone microphone, Complaint complaint) {
    this.microphone = microphone;
    this.complaint = complaint;
  }

  @Override
  public String name() {
    return microphone.name();
  }

  @Override
  public int rate() {
    return microphone.rate();
  }

  @Override
  public double gain(double decibels) {
    return microphone.gain(decibels);
  }

  @Override
  public Optional<Sound> read() throws InterruptedException {
    var sound = microphone.read();
    sound.ifPresent(it -> stethoscope.hear(it.samples()));
    if (stethoscope.samples() >= (long) SECONDS * microphone.rate()) {
      judge(stethoscope.level());
      tellLosses();
    }
    return sound;
  }

  private void judge(Level level) {
    var ailment = Ailment.of(level);
    if (ailment == Ailment.NONE) {
      complaint.well();
    } else {
      complaint.note(
          "microphone-" + ailment.word(),
          String.format(
              Locale.ROOT,
              "%s: a minute of %.1f dBFS, peak %.1f dBFS, offset %.3f, %.1f %% at full scale",
              name(),
              level.rms(),
              level.peak(),
              level.dc(),
              100 * level.clipped()));
    }
  }

  private void tellLosses() {
    var counts = microphone.counts();
    long inDevice = counts.lostInDevice() - told.lostInDevice();
    long inRing = counts.lostInRing() - told.lostInRing();
    if (inDevice > 0 || inRing > 0) {
      complaint.note(
          "microphone-overrun",
          "%s: in a minute %d frames lost in the device, %d for want of a reader, %d times"
              .formatted(name(), inDevice, inRing, counts.overruns() - told.overruns()));
    }
    told = counts;
  }

  @Override
  public CaptureCounts counts() {
    return microphone.counts();
  }

  @Override
  public void close() {
    microphone.close();
  }
}
