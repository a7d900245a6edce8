package org.fieldstation.station.film;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.jspecify.annotations.Nullable;

/**
 * The last seconds of what a camera saw, out of which a clip is cut when something happens. The
 * camera puts a frame on it and goes on; whoever writes clips to the disk takes them when it can.
 * One clip at a time, and never more memory than allowed: then a clip is shorter.
 */
public final class Reel {
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final ClipRule rule;
  private final Signal bell;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Frame> frames = new ArrayDeque<>();
  private long bytes;
  private @Nullable Moment wanted;
  private @Nullable Clip finished;

  public Reel(ClipRule rule, TimeKeeper time) {
    this.rule = rule;
    this.bell = time.signal();
  }

  /** Puts the next frame on. */
  public void put(Frame frame) {
    lock.lock();
    try {
      frames.add(frame);
      bytes += frame.bytes().length;
      var now = frame.taken().uptime();
      var event = wanted;
      if (event != null) {
        boolean whole = now.compareTo(event.uptime().plus(rule.after())) >= 0;
        if (whole || bytes > rule.mostBytes()) {
          finish(event, whole);
        }
      }
      if (wanted == null) {
        forget(now.minus(rule.held()));
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Wants the clip of an event.
   *
   * @return false while another is being made
   */
  public boolean cut(Moment event) {
    lock.lock();
    try {
      if (wanted != null || finished != null) {
        return false;
      }
      wanted = event;
      forget(event.uptime().minus(rule.before()));
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The camera is gone: what was seen until now is the clip. */
  public void tear() {
    lock.lock();
    try {
      var event = wanted;
      if (event != null) {
        finish(event, false);
      }
      frames.clear();
      bytes = 0;
    } finally {
      lock.unlock();
    }
  }

  private void finish(Moment event, boolean whole) {
    wanted = null;
    if (!frames.isEmpty()) {
      finished = new Clip(event, frames.stream().toList(), whole);
      bell.ring();
    }
  }

  private void forget(Duration before) {
    while (!frames.isEmpty()
        && (frames.element().taken().uptime().compareTo(before) < 0 || bytes > rule.mostBytes())) {
      bytes -= frames.remove().bytes().length;
    }
  }

  /** Every clip when it is finished, until its line of work is stopped. */
  public Stream<Clip> clips() {
    return Stream.generate(this::next);
  }

  private Clip next() {
    try {
      while (true) {
        var clip = take();
        if (clip.isPresent()) {
          return clip.get();
        }
        bell.await(LOOK);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      var last = take();
      if (last.isPresent()) {
        return last.get(); // the camera was stopped before us
      }
      throw new DeviceException(DeviceException.Code.CLOSED, "the film was stopped", stopped);
    }
  }

  private Optional<Clip> take() {
    lock.lock();
    try {
      var clip = Optional.ofNullable(finished);
      finished = null;
      return clip;
    } finally {
      lock.unlock();
    }
  }
}
