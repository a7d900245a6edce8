package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.linux.LinuxHardware;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.drivers.time.TimeKeeper;

/** The kernel's vivid as a USB camera, seen through the station's own camera. */
record CameraProofs(TimeKeeper time) {
  private static final Path VIDEO = Path.of("/sys/class/video4linux");
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360; // one of the sizes vivid's webcam has
  private static final int FRAMES = 5;

  List<Proof> all() {
    return List.of(
        new Proof("vivid", "pictures come, whole and one after the other", this::pictures),
        new Proof("vivid", "a camera that is not there is told so", this::absent));
  }

  private static String node() throws IOException {
    try (var nodes = Files.list(VIDEO)) {
      return nodes
          .filter(CameraProofs::captures)
          .map(it -> "/dev/" + it.getFileName())
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean captures(Path node) {
    try {
      return Files.readString(node.resolve("name")).strip().endsWith("vid-cap");
    } catch (IOException e) {
      return false;
    }
  }

  private String pictures() throws IOException, InterruptedException {
    var view = new CameraView("v4l2:" + node() + ";format=RGB3", WIDTH, HEIGHT, 10);
    try (var camera = new LinuxHardware().openCamera(view, time)) {
      long last = -1;
      for (int i = 0; i < FRAMES; i++) {
        var frame = camera.next().orElseThrow();
        require(frame.number() > last, "frame " + frame.number() + " comes after " + last);
        last = frame.number();
        var pixels = PictureFile.of(camera.name(), frame.bytes()).decode((long) WIDTH * HEIGHT);
        require(
            pixels.width() == WIDTH && pixels.height() == HEIGHT,
            "it is %d by %d".formatted(pixels.width(), pixels.height()));
      }
      require(camera.counts().damaged() == 0, "counted " + camera.counts());
      return FRAMES + " of 640 by 360, " + camera.counts();
    }
  }

  private String absent() throws InterruptedException {
    var view = new CameraView("v4l2:/dev/video99", WIDTH, HEIGHT, 10);
    try (var camera = new LinuxHardware().openCamera(view, time)) {
      camera.next();
      throw new AssertionError("it sees something");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.LOST, "it is " + e);
      return String.valueOf(e.getMessage());
    }
  }
}
