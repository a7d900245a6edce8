package org.fieldstation.drivers.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;

/**
 * Raspberry Pi cameras through {@code rpicam-vid}, which owns libcamera: one program that goes on
 * giving JPEGs. It must be watched, because when the camera stops answering it restarts it for ever
 * by itself and gives nothing (raspberrypi/rpicam-apps issues 650 and 799).
 */
public final class Rpicam {
  private static final String PROGRAM = "rpicam-vid";
  private static final int WIDTH = 1_920;
  private static final int HEIGHT = 1_080;

  private Rpicam() {}

  /**
   * The program for a camera.
   *
   * @param view whose device is {@code rpicam}, or {@code rpicam:N} for the N-th camera from 0
   */
  public static CameraProgram program(CameraView view) {
    return program(PROGRAM, view);
  }

  static CameraProgram program(String path, CameraView view) {
    var command = new ArrayList<String>();
    command.add(path);
    command.addAll(List.of("--nopreview", "--timeout", "0", "--codec", "mjpeg", "--flush"));
    command.addAll(List.of("--camera", Integer.toString(index(view.device()))));
    command.addAll(List.of("--width", Integer.toString(view.width() == 0 ? WIDTH : view.width())));
    command.addAll(
        List.of("--height", Integer.toString(view.height() == 0 ? HEIGHT : view.height())));
    command.addAll(
        List.of("--framerate", String.format(Locale.ROOT, "%.3f", view.framesPerSecond())));
    command.addAll(List.of("--output", "-"));
    return CameraProgram.of(view.device(), command, FrameReader::jpeg, view.framesPerSecond());
  }

  private static int index(String device) {
    try {
      return device.equals("rpicam")
          ? 0
          : Integer.parseUnsignedInt(device.substring("rpicam:".length()));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED,
          "\"" + device + "\" is no camera; write rpicam, or rpicam:1 for the second",
          e);
    }
  }
}
