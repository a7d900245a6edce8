package org.fieldstation.station;

import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.watch.Plug;
import org.fieldstation.station.listen.WatchedMicrophone;
import org.fieldstation.station.settings.MicrophoneSettings;
import org.fieldstation.station.supervise.FaultBook;

/**
 * Where the microphone is plugged in. One that comes and goes is given time to settle, and what is
 * wrong with it is told.
 */
final class Socket {
  private final MicrophoneSettings settings;
  private final Supplier<Hardware> hardware;
  private final FaultBook faults;
  private final TimeKeeper time;
  private final Plug plug;

  Socket(
      MicrophoneSettings settings, Supplier<Hardware> hardware, FaultBook faults, TimeKeeper time) {
    this.settings = settings;
    this.hardware = hardware;
    this.faults = faults;
    this.time = time;
    this.plug = new Plug(time);
  }

  /** Waits until a plug that was loose has had time to settle. */
  void settle() throws InterruptedException {
    var rest = plug.rest();
    if (rest.isPositive()) {
      time.sleep(rest);
    }
  }

  Microphone open() {
    var microphone =
        hardware.get().openMicrophone(settings.device(), settings.rateHz().orElse(0), time);
    return new WatchedMicrophone(
        microphone, (code, message) -> faults.note(settings.healthPath(), code, message));
  }

  /** The path of the sound ended by this. */
  void broke(Throwable fault) {
    if (fault instanceof DeviceException e && e.code() == DeviceException.Code.LOST) {
      plug.lost();
      if (plug.isLoose()) {
        faults.note(
            settings.healthPath(),
            "microphone-loose",
            settings.device() + ": lost three times in ten minutes; see to plug and cable");
      }
    }
  }
}
