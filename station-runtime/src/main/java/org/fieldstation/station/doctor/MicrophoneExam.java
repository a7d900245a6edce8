package org.fieldstation.station.doctor;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.listen.Ailment;
import org.fieldstation.station.listen.Stethoscope;
import org.fieldstation.station.settings.MicrophoneSettings;

/** Whether the microphone is there and hears something that can be sound. */
record MicrophoneExam(
    MicrophoneSettings settings, Supplier<Hardware> hardware, boolean running, TimeKeeper time)
    implements Examination {
  private static final Duration LISTENING = Duration.ofSeconds(2);

  @Override
  public String part() {
    return settings.name().map("microphone:"::concat).orElse("microphone");
  }

  @Override
  public Finding look() throws InterruptedException {
    try (var microphone =
        hardware.get().openMicrophone(settings.device(), settings.rateHz().orElse(0), time)) {
      var gain = gain(microphone);
      return (gain.isPresent() ? gain.get() : listen(microphone)).at(settings.device());
    } catch (DeviceException e) {
      return Busy.orBroken(part(), e, running).at(settings.device());
    }
  }

  /** What is wrong with its gain; empty when nothing is, or none is asked for. */
  private Optional<Finding> gain(Microphone microphone) {
    try {
      settings.gainDb().ifPresent(microphone::gain);
      return Optional.empty();
    } catch (DeviceException e) {
      return Optional.of(
          Finding.failed(
              part(),
              Words.of("microphone-gain"),
              Words.of("microphone-gain.do"),
              String.valueOf(e.getMessage())));
    }
  }

  private Finding listen(Microphone microphone) throws InterruptedException {
    var heard = new Stethoscope();
    long frames = LISTENING.toMillis() * microphone.rate() / 1_000;
    while (heard.samples() < frames) {
      var sound = microphone.read();
      if (sound.isEmpty()) {
        break;
      }
      heard.hear(sound.get().samples());
    }
    var level = heard.level();
    var ailment = Ailment.of(level);
    if (ailment != Ailment.NONE) {
      var key = "microphone-" + ailment.word();
      return Finding.failed(part(), Words.of(key), Words.of(key + ".do"), level.toString());
    }
    return Finding.ok(
        part(),
        Words.of(
            "microphone.hears", decibels(level.rms()), decibels(level.peak()), microphone.rate()));
  }

  private static String decibels(double value) {
    return String.format(Locale.ROOT, "%.0f dBFS", value);
  }
}
