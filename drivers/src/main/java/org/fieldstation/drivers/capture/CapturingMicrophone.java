package org.fieldstation.drivers.capture;

import java.time.Duration;
import java.util.Optional;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * A live microphone. A thread of its own empties the device into a ring; the reader takes sound
 * from there when it has time. What the ring could not hold or the device lost is counted, and the
 * positions of the sounds jump over it.
 *
 * <p>The reader looks into the ring every few milliseconds rather than being woken, because waking
 * somebody takes locks and memory, and the thread that captures must need neither.
 */
public final class CapturingMicrophone implements Microphone {
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PcmSource source;
  private final Channel channel;
  private final SampleRing ring;
  private final Capture capture;
  private final Thread thread;
  private final Signal closing;
  private volatile boolean closed;

  // The priority is a wish, and HotSpot passes it on only with -XX:ThreadPriorityPolicy=1; see
  // Urgency.
  @SuppressWarnings("ThreadPriorityCheck")
  private CapturingMicrophone(PcmSource source, Channel channel, RingSize size, TimeKeeper time) {
    this.source = source;
    this.channel = channel;
    int frameBytes = source.frameBytes();
    ring =
        new SampleRing(
            size.slots(source.rate(), frameBytes), (long) size.frames(source.rate()) * frameBytes);
    capture = new Capture(source, ring, time);
    closing = time.signal();
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("capture " + source.name())
            .priority(Thread.MAX_PRIORITY)
            .unstarted(capture);
  }

  /** Begins to capture. The source is the microphone's from now on, and is closed with it. */
  public static CapturingMicrophone start(
      PcmSource source, Channel channel, RingSize size, TimeKeeper time) {
    if (channel.index() >= source.channels()) {
      source.close();
      throw new DeviceException(
          Code.UNSUPPORTED, source.name() + " has no channel " + channel.index());
    }
    var microphone = new CapturingMicrophone(source, channel, size, time);
    microphone.thread.start();
    return microphone;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public int rate() {
    return source.rate();
  }

  @Override
  public double gain(double decibels) {
    return source.gain(decibels);
  }

  @Override
  public Optional<Sound> read() throws InterruptedException {
    while (!closed) {
      var failure = capture.failure(); // asked before the ring: what came before it is still heard
      if (!ring.isEmpty()) {
        return Optional.of(take());
      }
      if (failure != null) {
        throw new DeviceException(failure.code(), String.valueOf(failure.getMessage()), failure);
      }
      closing.await(LOOK);
    }
    throw new DeviceException(Code.CLOSED, name() + " was closed");
  }

  private Sound take() {
    long position = ring.oldestPosition();
    int frames = ring.oldestFrames();
    var interleaved = new float[frames * source.channels()];
    source.format().decode(ring.oldest(), interleaved);
    ring.release();
    if (source.channels() == 1) {
      return new Sound(position, source.rate(), interleaved);
    }
    var mono = new float[frames];
    channel.pick(interleaved, source.channels(), frames, mono);
    return new Sound(position, source.rate(), mono);
  }

  @Override
  public CaptureCounts counts() {
    return capture.counts();
  }

  /** The thread that captures, for tests that measure it. */
  Thread thread() {
    return thread;
  }

  /**
   * The device is closed by the thread that captures, when its last read has returned; a driver
   * that hangs in the kernel is not waited for.
   */
  @Override
  public void close() {
    closed = true;
    capture.stop();
    closing.ring();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
