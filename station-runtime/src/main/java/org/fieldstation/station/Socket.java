package org.fieldstation.station;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.watch.Plug;
import org.fieldstation.station.listen.WatchedMicrophone;
import org.fieldstation.station.outlet.PowerSwitch;
import org.fieldstation.station.outlet.Repower;
import org.fieldstation.station.remote.Outcome;
import org.fieldstation.station.settings.MicrophoneSettings;
import org.fieldstation.station.supervise.FaultBook;

/**
 * Where the microphone is plugged in. One that comes and goes is given time to settle, what is
 * wrong with it is told, and one that gives nothing has its power cut where there is a switch.
 */
final class Socket implements WatchedMicrophone.Complaint {
  private static final String DEAD = "microphone-dead";
  private static final Duration OFF = Duration.ofSeconds(5);

  private final MicrophoneSettings settings;
  private final Supplier<Hardware> hardware;
  private final Optional<PowerSwitch> power;
  private final Consumer<Outcome> told;
  private final FaultBook faults;
  private final TimeKeeper time;
  private final Plug plug;
  private final Repower repower;

  /**
   * @param power the switch of its power, where there is one
   * @param told is told before its power is cut
   */
  Socket(
      MicrophoneSettings settings,
      Supplier<Hardware> hardware,
      Optional<PowerSwitch> power,
      Consumer<Outcome> told,
      FaultBook faults,
      TimeKeeper time) {
    this.settings = settings;
    this.hardware = hardware;
    this.power = power;
    this.told = told;
    this.faults = faults;
    this.time = time;
    this.plug = new Plug(time);
    this.repower = new Repower(time);
  }

  /**
   * Waits until a plug that was loose has had time to settle, and cuts the power when it is due.
   */
  void settle() throws InterruptedException {
    var rest = plug.rest();
    if (rest.isPositive()) {
      time.sleep(rest);
    }
    if (power.isPresent() && repower.due()) {
      cut(power.get());
    }
  }

  private void cut(PowerSwitch power) throws InterruptedException {
    int today = repower.cut();
    told.accept(
        new Outcome(
            "station",
            "power",
            settings.sensor(),
            "begun",
            "gave nothing three times in a row; its power is cut for %d s, %d of %d today"
                .formatted(OFF.toSeconds(), today, Repower.PER_DAY)));
    try {
      power.cut(OFF, time);
    } catch (DeviceException e) {
      faults.note(settings.healthPath(), e);
    }
  }

  Microphone open() {
    var microphone =
        hardware.get().openMicrophone(settings.device(), settings.rateHz().orElse(0), time);
    settings.gainDb().ifPresent(wanted -> set(wanted, microphone));
    return new WatchedMicrophone(microphone, this);
  }

  /** A wrong gain is no reason not to listen. */
  private void set(double wanted, Microphone microphone) {
    try {
      double taken = microphone.gain(wanted);
      if (Math.abs(taken - wanted) > 1) {
        note(
            "microphone-gain",
            "%s: a gain of %.1f dB was wanted and %.1f dB taken"
                .formatted(settings.device(), wanted, taken));
      }
    } catch (DeviceException e) {
      note("microphone-gain", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void note(String code, String message) {
    faults.note(settings.healthPath(), code, message);
    if (code.equals(DEAD) && repower.failed() && power.isPresent()) {
      throw new DeviceException(Code.LOST, settings.device() + ": silent for minutes");
    }
  }

  @Override
  public void well() {
    repower.well();
  }

  /** The path of the sound ended by this. */
  void broke(Throwable fault) {
    if (!(fault instanceof DeviceException e)
        || (e.code() != Code.LOST && e.code() != Code.ABSENT)) {
      return;
    }
    if (!repower.due()) {
      repower.failed();
    }
    if (e.code() == Code.LOST) {
      plug.lost();
      if (plug.isLoose()) {
        note(
            "microphone-loose",
            settings.device() + ": lost three times in ten minutes; see to plug and cable");
      }
    }
  }
}
