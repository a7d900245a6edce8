package org.fieldstation.station.doctor;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.settings.CameraSettings;

/** Whether the camera is there and gives whole pictures in which something can be seen. */
record CameraExam(
    CameraSettings settings, Supplier<Hardware> hardware, boolean running, TimeKeeper time)
    implements Examination {

  /** Its exposure needs a few frames to settle. */
  private static final int FRAMES = 3;

  @Override
  public String part() {
    return "camera";
  }

  /** A camera takes twenty seconds to its first picture. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(40);
  }

  @Override
  public Finding look() throws InterruptedException {
    var view =
        new CameraView(
            settings.device(),
            settings.width().orElse(0),
            settings.height().orElse(0),
            Math.max(1, settings.cameraFramesPerSecond()));
    try (var camera = hardware.get().openCamera(view, time)) {
      return look(camera).at(settings.device());
    } catch (DeviceException e) {
      return Busy.orBroken(part(), e, running).at(settings.device());
    }
  }

  private Finding look(Camera camera) throws InterruptedException {
    var frame = camera.next();
    for (int i = 1; i < FRAMES && frame.isPresent(); i++) {
      frame = camera.next();
    }
    if (frame.isEmpty()) {
      return Finding.skipped(part(), Words.of("camera.ended"));
    }
    var aiming = Aiming.of(frame.get(), 0);
    int percent = (int) Math.round(100 * aiming.brightness());
    return switch (aiming.light()) {
      case GOOD ->
          Finding.ok(part(), Words.of("camera.sees", aiming.width(), aiming.height(), percent));
      case TOO_DARK -> warning("camera.dark", percent);
      case TOO_BRIGHT -> warning("camera.bright", percent);
    };
  }

  private Finding warning(String key, int percent) {
    return Finding.warning(part(), Words.of(key, percent), Words.of(key + ".do"));
  }
}
