package org.fieldstation.drivers.capture;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.SystemTime;

/**
 * A benchmark of capture under stress: a device in real time that forgets what is not fetched
 * within half a second, a full collection every second, every core busy, and a reader that stops
 * for half a minute. It prints one line of JSON.
 *
 * <p>Arguments: seconds (600), rate in Hz (48000), seconds of the reader's stall (30), milliseconds
 * of the device's buffer (500).
 */
public final class CaptureSoak {
  private final SystemTime time = new SystemTime();
  private final Duration length;
  private final Duration stall;
  private final RealTimeSource source;
  private long heardFrames;
  private long gapFrames;
  private long wrongSamples;
  private long lastEnd;

  private CaptureSoak(Duration length, int rate, Duration stall, Duration buffer) {
    this.length = length;
    this.stall = stall;
    source = new RealTimeSource(rate, buffer, time);
  }

  public static void main(String[] args) throws InterruptedException {
    var soak =
        new CaptureSoak(
            Duration.ofSeconds(argument(args, 0, 600)),
            argument(args, 1, 48_000),
            Duration.ofSeconds(argument(args, 2, 30)),
            Duration.ofMillis(argument(args, 3, 500)));
    System.out.println(soak.run());
  }

  private static int argument(String[] args, int at, int otherwise) {
    return args.length > at ? Integer.parseInt(args[at]) : otherwise;
  }

  private String run() throws InterruptedException {
    var load = new Load();
    load.start();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var microphone = CapturingMicrophone.start(source, Channel.MIX, RingSize.USUAL, time);
    long id = microphone.thread().threadId();
    long settled;
    long allocated;
    try {
      long end = time.nanos() + length.toNanos();
      listen(microphone, time.nanos() + length.toNanos() / 10);
      settled = threads.getThreadAllocatedBytes(id);
      time.sleep(stall);
      listen(microphone, end);
      allocated = threads.getThreadAllocatedBytes(id);
    } finally {
      microphone.close();
      load.stop();
    }
    var counts = microphone.counts();
    return """
    {"seconds": %d, "rate": %d, "stallSeconds": %d, "framesProduced": %d, "framesHeard": %d, \
    "framesCaptured": %d, "lostInRing": %d, "lostInDevice": %d, "deviceReallyLost": %d, \
    "overruns": %d, "gapFrames": %d, "wrongSamples": %d, "fullCollections": %d, \
    "longestWaitMillis": %d, \
    "captureThreadBytes": %d, "captureThreadBytesAfterFirstTenth": %d}\
    """
        .formatted(
            length.toSeconds(),
            source.rate(),
            stall.toSeconds(),
            source.produced(),
            heardFrames,
            counts.captured(),
            counts.lostInRing(),
            counts.lostInDevice(),
            source.reallyLost(),
            counts.overruns(),
            gapFrames,
            wrongSamples,
            load.collections(),
            source.longestWaitMillis(),
            allocated,
            allocated - settled);
  }

  /** Checks every sample: each says which frame it is. */
  private void listen(CapturingMicrophone microphone, long until) throws InterruptedException {
    while (time.nanos() < until) {
      var sound = microphone.read().orElseThrow();
      gapFrames += sound.position() - lastEnd;
      lastEnd = sound.end();
      heardFrames += sound.samples().length;
      for (int i = 0; i < sound.samples().length; i++) {
        if (sound.samples()[i] != RealTimeSource.sample(sound.position() + i)) {
          wrongSamples++;
        }
      }
      if (heardFrames == 0) {
        throw new DeviceException(DeviceException.Code.LOST, "the soak hears nothing");
      }
    }
  }
}
