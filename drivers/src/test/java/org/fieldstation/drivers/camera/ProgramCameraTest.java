package org.fieldstation.drivers.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.picture.Photos;
import org.fieldstation.drivers.time.SystemTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A script stands in for the camera's program and does what those were seen to do. */
@Timeout(60)
class ProgramCameraTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;

  @Test
  void picturesComeInTheirOrder() throws Exception {
    put("one.jpg", Photos.jpeg(40, 30));
    put("two.jpg", Photos.jpeg(50, 30));
    try (var camera = camera("cat one.jpg; cat two.jpg; exec sleep 60", LONG)) {
      var first = camera.next().orElseThrow();
      assertThat(first.bytes()).isEqualTo(Photos.jpeg(40, 30));
      assertThat(first.number()).isZero();
      assertThat(first.mediaType()).isEqualTo("image/jpeg");
      assertThat(camera.next().orElseThrow().bytes()).isEqualTo(Photos.jpeg(50, 30));
      assertThat(camera.counts().frames()).isEqualTo(2);
    }
  }

  @Test
  void aProgramThatHangsIsStoppedAndIsGoneBeforeAnybodyHearsOfIt() throws Exception {
    var script =
        "echo $$ > pid; echo 'Device timeout detected, attempting a restart' >&2; sleep 60";
    try (var camera = camera(script, Duration.ofSeconds(2))) {
      assertThatThrownBy(camera::next)
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("gave no picture for 2.0 s and was stopped")
          .hasMessageContaining("attempting a restart")
          .extracting(e -> ((DeviceException) e).code())
          .isEqualTo(Code.LOST);
      assertGone();
    }
  }

  @Test
  void oneThatDoesNotListenIsKilled() throws Exception {
    var script = "trap '' TERM; echo $$ > pid.new; mv pid.new pid; while :; do sleep 1; done";
    ProgramCamera stubborn;
    try (var camera = camera(script, LONG)) {
      stubborn = camera;
      while (!Files.exists(folder.resolve("pid"))) {
        Thread.onSpinWait();
      }
    }
    assertGone();
    assertThatThrownBy(stubborn::next)
        .extracting(e -> ((DeviceException) e).code())
        .isEqualTo(Code.CLOSED);
  }

  @Test
  void oneThatAnotherProgramKeepsFromTheCameraSaysSo() throws Exception {
    var script = "echo 'ERROR: *** failed to acquire camera /base/soc/i2c0mux ***' >&2; exit 255";
    try (var camera = camera(script, LONG)) {
      assertThatThrownBy(camera::next)
          .hasMessageContaining("ended by itself: ERROR: *** failed to acquire camera")
          .extracting(e -> ((DeviceException) e).code())
          .isEqualTo(Code.REFUSED);
    }
  }

  @Test
  void rubbishAndHalvesAreCountedAndTheNextPictureIsFound() throws Exception {
    var jpeg = Photos.jpeg(40, 30);
    put("whole.jpg", jpeg);
    put("half.jpg", Arrays.copyOf(jpeg, jpeg.length - 100));
    try (var camera = camera("echo rubbish; cat half.jpg whole.jpg; exec sleep 60", LONG)) {
      var frame = camera.next().orElseThrow();
      assertThat(frame.bytes()).isEqualTo(jpeg);
      assertThat(frame.number()).isEqualTo(1); // the half one was number 0
      assertThat(camera.counts().damaged()).isEqualTo(1);
    }
  }

  @Test
  void nothingButRubbishIsNoPictureInTime() throws Exception {
    try (var camera = camera("while :; do echo rubbish; done", SHORT)) {
      assertThatThrownBy(camera::next).hasMessageContaining("gave no picture for 0.3 s");
    }
  }

  @Test
  void aCameraThatIsFasterThanWeAreLosesItsOldestPictures() throws Exception {
    put("one.jpg", Photos.jpeg(40, 30));
    var script = "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do cat one.jpg; done";
    try (var camera = camera(script, LONG)) {
      while (camera.counts().lost() < 4) {
        Thread.onSpinWait();
      }
      assertThat(camera.next().orElseThrow().number()).isEqualTo(4);
    }
  }

  @Test
  void aProgramThatIsNotInstalledIsAnAbsentCamera() {
    var view = new CameraView("rpicam", 0, 0, 2);
    var program = Rpicam.program(folder.resolve("no-such-program").toString(), view);
    assertThatThrownBy(() -> ProgramCamera.start(program, new SystemTime()))
        .hasMessageContaining("cannot be started; install rpicam-apps");
  }

  @Test
  void whatTheCameraIsAskedForIsWordsAndNoShell() {
    assertThat(Rpicam.program(new CameraView("rpicam:1", 640, 480, 2)).command())
        .containsSubsequence(List.of("--camera", "1"))
        .containsSubsequence(List.of("--width", "640"))
        .containsSubsequence(List.of("--framerate", "2.000"));
    assertThat(V4l2.program(new CameraView("v4l2:/dev/v4l/by-id/usb-Cam_1", 0, 0, 5)).command())
        .contains("--set-fmt-video=width=1280,height=720,pixelformat=MJPG", "--stream-to=-");
    for (var wrong : List.of("v4l2:/dev/../etc/passwd", "v4l2:/dev/video0;rm", "rpicam:x")) {
      var view = new CameraView(wrong, 0, 0, 5);
      assertThatThrownBy(() ->
              (wrong.startsWith("v4l2") ? V4l2.program(view) : Rpicam.program(view)).command())
          .hasMessageContaining("is no camera");
    }
  }

  @Test
  void plainPixelsBecomeJpegs() throws Exception {
    put("raw", new byte[3 * 16 * 8 * 2]);
    var view = new CameraView("v4l2:/dev/video0;format=RGB3", 16, 8, 5);
    var program = V4l2.program(script("cat raw; exec sleep 60"), view).patience(LONG, LONG);
    try (var camera = ProgramCamera.start(program, new SystemTime())) {
      assertThat(camera.next().orElseThrow().bytes()).startsWith(0xff, 0xd8);
      assertThat(camera.next()).isPresent();
    }
  }

  private void assertGone() throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private ProgramCamera camera(String script, Duration patience) throws IOException {
    var program =
        Rpicam.program(script(script), new CameraView("rpicam", 0, 0, 2))
            .patience(patience, patience);
    return ProgramCamera.start(program, new SystemTime());
  }

  private String script(String body) throws IOException {
    var file = folder.resolve("camera.sh");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(file, "#!/bin/sh\ncd \"$(dirname \"$0\")\"\n" + body + "\n");
    return file.toString();
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }
}
