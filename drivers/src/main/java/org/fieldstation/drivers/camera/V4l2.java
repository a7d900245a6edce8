package org.fieldstation.drivers.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;

/**
 * USB cameras through {@code v4l2-ctl}. Cameras that compress give JPEGs as they are; with {@code
 * ;format=RGB3} behind the device its plain pixels are taken and compressed here.
 */
public final class V4l2 {
  private static final String PROGRAM = "v4l2-ctl";
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 720;

  private static final Pattern DEVICE =
      Pattern.compile(
          "v4l2:(?<path>/dev/(v4l/by-(id|path)/)?[A-Za-z0-9][A-Za-z0-9._:+-]*)"
              + "(;format=(?<format>MJPG|RGB3))?");

  private V4l2() {}

  /**
   * The program for a camera.
   *
   * @param view whose device is {@code v4l2:/dev/v4l/by-id/…}; {@code /dev/videoN} works too, but
   *     the number may be another camera's after the next start
   */
  public static CameraProgram program(CameraView view) {
    return program(PROGRAM, view);
  }

  static CameraProgram program(String path, CameraView view) {
    var device = DEVICE.matcher(view.device());
    if (!device.matches()) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED,
          "\"%s\" is no camera; write v4l2:/dev/v4l/by-id/NAME".formatted(view.device()));
    }
    int width = view.width() == 0 ? WIDTH : view.width();
    int height = view.height() == 0 ? HEIGHT : view.height();
    var format = device.group("format") == null ? "MJPG" : device.group("format");
    var command = new ArrayList<String>();
    command.addAll(List.of(path, "--device", device.group("path")));
    command.add(
        "--set-fmt-video=width=%d,height=%d,pixelformat=%s".formatted(width, height, format));
    command.add(String.format(Locale.ROOT, "--set-parm=%.3f", view.framesPerSecond()));
    command.addAll(List.of("--stream-mmap", "--stream-to=-"));
    return CameraProgram.of(
        view.device(),
        command,
        format.equals("MJPG") ? FrameReader::jpeg : in -> FrameReader.rgb(in, width, height),
        view.framesPerSecond());
  }
}
