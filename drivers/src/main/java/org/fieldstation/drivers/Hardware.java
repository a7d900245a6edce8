package org.fieldstation.drivers;

import java.time.Duration;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Wiring;

/**
 * A kind of board a station can run on, real or virtual. Found by {@link java.util.ServiceLoader},
 * so that the station runs on virtual hardware when that jar is present without knowing it.
 */
public interface Hardware {

  /** The name a configuration file chooses it by. */
  String name();

  /**
   * Opens and starts a microphone.
   *
   * @param device what to listen to, in this hardware's own words
   * @param rate sample frames a second to ask for, in Hz; 0 takes the device's own
   * @throws DeviceException when there is none or it cannot run at that rate
   */
  Microphone openMicrophone(String device, int rate, TimeKeeper time);

  /**
   * Opens and starts a camera.
   *
   * @throws DeviceException when there is none, or this hardware has no such cameras
   */
  default Camera openCamera(CameraView view, TimeKeeper time) {
    throw new DeviceException(
        DeviceException.Code.UNSUPPORTED,
        "hardware \"" + name() + "\" has no camera \"" + view.device() + "\"");
  }

  /**
   * The pins and buses of the board, always the same ones.
   *
   * @throws DeviceException when this hardware has none that can be reached
   */
  default Wiring wiring(TimeKeeper time) {
    throw new DeviceException(
        DeviceException.Code.UNSUPPORTED, "hardware \"" + name() + "\" has no pins and buses");
  }

  /** How the computer itself is, now. */
  default BoardState state() {
    return BoardState.UNKNOWN;
  }

  /**
   * Arms the board's watchdog.
   *
   * @param device usually {@code /dev/watchdog0}
   * @param timeout how long it waits for a sign of life
   * @throws DeviceException when there is none
   */
  default HardwareWatchdog openWatchdog(String device, Duration timeout) {
    throw new DeviceException(
        DeviceException.Code.UNSUPPORTED, "hardware \"" + name() + "\" has no watchdog");
  }

  /**
   * Opens a sensor, which proves that it is there.
   *
   * @throws DeviceException when there is no such chip there, or this hardware has no such chips
   */
  default Sensor openSensor(Mounting mounting, TimeKeeper time) throws InterruptedException {
    throw new DeviceException(
        DeviceException.Code.UNSUPPORTED,
        "hardware \"" + name() + "\" cannot reach a " + mounting.chip() + " yet");
  }
}
