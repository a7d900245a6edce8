package org.fieldstation.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraCounts;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.picture.JpegOut;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.sim.world.Clearing;

/** A camera before a clearing drawn by formula. */
final class SimulatedCamera implements Camera {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final float QUALITY = 0.85f;

  private static final double STARLIGHT = 0.003;
  private static final double LAMPLIGHT = 0.5;

  private final Clearing clearing;
  private final Optional<DoubleSupplier> lamp;
  private final int width;
  private final int height;
  private final Duration period;
  private final TimeKeeper time;
  private final long opened;
  private long number;
  private volatile boolean closed;

  /**
   * @param lamp how much of its light a lamp gives in the night that it then always is; by day when
   *     empty
   */
  SimulatedCamera(
      Clearing clearing, Optional<DoubleSupplier> lamp, CameraView view, TimeKeeper time) {
    this.clearing = clearing;
    this.lamp = lamp;
    this.width = view.width() == 0 ? WIDTH : view.width();
    this.height = view.height() == 0 ? HEIGHT : view.height();
    this.period = Duration.ofNanos(Math.round(1e9 / view.framesPerSecond()));
    this.time = time;
    this.opened = time.nanos();
  }

  @Override
  public String name() {
    return "sim:clearing";
  }

  @Override
  public Optional<Frame> next() throws InterruptedException {
    long wait = opened + number * period.toNanos() - time.nanos();
    if (wait > 0) {
      time.sleep(Duration.ofNanos(wait));
    }
    if (closed) {
      throw new DeviceException(DeviceException.Code.CLOSED, name() + " is closed");
    }
    var taken = time.now();
    double t = taken.utc().toEpochMilli() / 1e3;
    var bytes = JpegOut.encode(clearing.draw(t, width, height, light(t)), QUALITY);
    return Optional.of(new Frame(number++, taken, "image/jpeg", bytes));
  }

  private double light(double t) {
    return lamp.map(it -> STARLIGHT + LAMPLIGHT * it.getAsDouble())
        .orElseGet(() -> clearing.light(t));
  }

  @Override
  public CameraCounts counts() {
    return new CameraCounts(number, 0, 0);
  }

  @Override
  public void close() {
    closed = true;
  }
}
