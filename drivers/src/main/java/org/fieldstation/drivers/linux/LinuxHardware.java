package org.fieldstation.drivers.linux;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.drivers.BoardState;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.HardwareWatchdog;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.alsa.AlsaSource;
import org.fieldstation.drivers.camera.FolderCamera;
import org.fieldstation.drivers.camera.ProgramCamera;
import org.fieldstation.drivers.camera.Rpicam;
import org.fieldstation.drivers.camera.V4l2;
import org.fieldstation.drivers.capture.CapturingMicrophone;
import org.fieldstation.drivers.capture.RingSize;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.pi.LinuxBoard;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.recording.Playing;
import org.fieldstation.drivers.recording.RecordedMicrophone;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Wiring;
import org.jspecify.annotations.Nullable;

/**
 * A Linux computer with its sound cards, pins and buses, and recordings in place of a sound card.
 *
 * <p>Microphones are {@code alsa:serial=1234}, {@code alsa:port=1-1.2}, {@code
 * alsa:card=AudioMoth}, {@code alsa:hw:CARD=AudioMoth} or {@code file:PATH}; a recording is played
 * in real time, over and over. With {@code ;channel=1} behind it, that channel is heard instead of
 * the mean of all.
 *
 * <p>Cameras are {@code rpicam}, {@code rpicam:1}, {@code v4l2:/dev/v4l/by-id/NAME} or {@code
 * file:FOLDER}, whose pictures are played over and over.
 */
public final class LinuxHardware implements Hardware {
  private static final String FILE = "file:";
  private static final String CHANNEL = ";channel=";

  private @Nullable Wiring wiring;

  @Override
  public String name() {
    return "linux";
  }

  @Override
  public Microphone openMicrophone(String device, int rate, TimeKeeper time) {
    int option = device.lastIndexOf(CHANNEL);
    var channel = option < 0 ? Channel.MIX : channel(device, option + CHANNEL.length());
    var words = option < 0 ? device : device.substring(0, option);
    if (words.startsWith("alsa:")) {
      var source = AlsaSource.open(words.substring("alsa:".length()), rate, time);
      return CapturingMicrophone.start(source, channel, RingSize.USUAL, time);
    }
    if (words.startsWith(FILE)) {
      return recording(Path.of(words.substring(FILE.length())), channel, rate, time);
    }
    throw new DeviceException(
        Code.UNSUPPORTED, "\"" + device + "\" is no microphone; write alsa:… or file:…");
  }

  @Override
  public BoardState state() {
    return BoardFiles.state(Path.of("/"));
  }

  @Override
  public HardwareWatchdog openWatchdog(String device, Duration timeout) {
    return LinuxWatchdog.arm(device, timeout);
  }

  @Override
  public synchronized Wiring wiring(TimeKeeper time) {
    var open = wiring;
    if (open == null) {
      open = new PiWiring(new LinuxBoard());
      wiring = open;
    }
    return open;
  }

  @Override
  public Sensor openSensor(Mounting mounting, TimeKeeper time) throws InterruptedException {
    return Chips.open(mounting, wiring(time), time);
  }

  @Override
  public Camera openCamera(CameraView view, TimeKeeper time) {
    var device = view.device();
    if (device.startsWith(FILE)) {
      var every = Duration.ofNanos(Math.round(1e9 / view.framesPerSecond()));
      return FolderCamera.open(Path.of(device.substring(FILE.length())), every, time);
    }
    if (device.startsWith("rpicam")) {
      return ProgramCamera.start(Rpicam.program(view), time);
    }
    if (device.startsWith("v4l2:")) {
      return ProgramCamera.start(V4l2.program(view), time);
    }
    throw new DeviceException(
        Code.UNSUPPORTED, "\"" + device + "\" is no camera; write rpicam, v4l2:… or file:…");
  }

  private static Channel channel(String device, int at) {
    try {
      return Channel.only(Integer.parseUnsignedInt(device.substring(at)));
    } catch (IllegalArgumentException e) {
      throw new DeviceException(
          Code.UNSUPPORTED, "\"" + device + "\" names no channel; count them from 0", e);
    }
  }

  private static Microphone recording(Path path, Channel channel, int rate, TimeKeeper time) {
    var playing = Playing.REAL_TIME.looping().channel(channel);
    var microphone = RecordedMicrophone.open(path, playing, time);
    if (rate != 0 && microphone.rate() != rate) {
      microphone.close();
      throw new DeviceException(
          Code.UNSUPPORTED,
          "%s was recorded at %d Hz, not at %d Hz; set the rate to 0 to take it as it is"
              .formatted(path, microphone.rate(), rate));
    }
    return microphone;
  }
}
