package org.fieldstation.drivers.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static org.fieldstation.drivers.alsa.Libasound.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.capture.PcmFormat;
import org.fieldstation.drivers.capture.PcmSource;
import org.fieldstation.drivers.time.StationClock;

/** A sound card that is recording, read through libasound. */
public final class AlsaSource implements PcmSource {
  private static final int CAPTURE = 1;
  private static final int WAIT_MILLIS = 200;

  /** Error numbers of the kernel, as libasound returns them. */
  private static final int ENOENT = -2;

  private static final int ENXIO = -6;
  private static final int EAGAIN = -11;
  private static final int EACCES = -13;
  private static final int EBUSY = -16;
  private static final int ENODEV = -19;
  private static final int EINTR = -4;
  private static final int EPIPE = -32;
  private static final int ESTRPIPE = -86;

  private final Libasound alsa;
  private final MemorySegment pcm;
  private final String card;
  private final String name;
  private final AlsaParams params;
  private final StationClock clock;
  private long lastFrames;

  private AlsaSource(
      Libasound alsa, MemorySegment pcm, String card, String name, int rate, StationClock clock) {
    this.alsa = alsa;
    this.pcm = pcm;
    this.card = card;
    this.name = name;
    this.clock = clock;
    params = AlsaParams.set(alsa, pcm, name, rate);
  }

  /**
   * Opens a card; it records from the first read on.
   *
   * @param choice {@code serial=…}, {@code port=…}, {@code card=…} or {@code hw:CARD=…}
   * @param rate sample frames a second, in Hz; 0 takes the device's own
   */
  public static AlsaSource open(String choice, int rate, StationClock clock) {
    var alsa = Libasound.load();
    var pcm = new AlsaChoice(choice).pcm(AlsaCards.list());
    return open(alsa, pcm, "alsa:" + choice, rate, clock);
  }

  static AlsaSource open(Libasound alsa, String pcm, String name, int rate, StationClock clock) {
    try (var arena = Arena.ofConfined()) {
      var handle = arena.allocate(ADDRESS);
      int answer = call(alsa.open, handle, arena.allocateFrom(pcm), CAPTURE, 0);
      if (answer < 0) {
        throw refusal(answer, name, alsa.words(answer));
      }
      var opened = handle.get(ADDRESS, 0);
      try {
        return new AlsaSource(alsa, opened, pcm.replaceFirst(",.*", ""), name, rate, clock);
      } catch (RuntimeException e) {
        call(alsa.close, opened);
        throw e;
      }
    }
  }

  private static DeviceException refusal(int answer, String name, String words) {
    return switch (answer) {
      case ENOENT, ENXIO, ENODEV -> new DeviceException(Code.ABSENT, name + " is not plugged in");
      case EBUSY -> new DeviceException(Code.REFUSED, name + " is in use by another program");
      case EACCES ->
          new DeviceException(Code.REFUSED, name + " may not be read; join the group audio");
      default -> new DeviceException(Code.REFUSED, name + " cannot be opened: " + words);
    };
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rate() {
    return params.rate();
  }

  @Override
  public int channels() {
    return params.channels();
  }

  @Override
  public PcmFormat format() {
    return params.format();
  }

  @Override
  public double gain(double decibels) {
    try (var mixer = AlsaMixer.open(alsa, card, name)) {
      return new CaptureGain(name, mixer.controls()).set(decibels);
    }
  }

  @Override
  public int read(MemorySegment frames) {
    if (lastFrames == 0) {
      restart(); // not before somebody reads: what came earlier would be lost
    }
    long got = transfer(frames, frames.byteSize() / frameBytes());
    if (got > 0) {
      lastFrames = clock.nanos();
      return (int) got;
    }
    if (got == EPIPE || got == ESTRPIPE) {
      restart();
      return -lostFrames();
    }
    if (got < 0 && got != EAGAIN && got != EINTR) {
      var what = got == ENODEV ? " was unplugged" : " failed: " + alsa.words(got);
      throw new DeviceException(Code.LOST, name + what);
    }
    return 0;
  }

  private long transfer(MemorySegment frames, long count) {
    try {
      int ready = (int) alsa.await.invokeExact(pcm, WAIT_MILLIS);
      return ready > 0 ? (long) alsa.read.invokeExact(pcm, frames, count) : ready;
    } catch (Throwable e) {
      throw new IllegalStateException("libasound could not be called", e);
    }
  }

  /** After an overrun, or after the machine slept. */
  private void restart() {
    int answer = call(alsa.prepare, pcm);
    answer = answer < 0 ? answer : call(alsa.start, pcm);
    if (answer < 0) {
      throw new DeviceException(Code.LOST, name + " does not start: " + alsa.words(answer));
    }
    if (lastFrames == 0) {
      lastFrames = clock.nanos();
    }
  }

  /** The card does not say how much it dropped: all that came since it was last emptied. */
  private int lostFrames() {
    long now = clock.nanos();
    double frames = (now - lastFrames) * 1e-9 * params.rate();
    lastFrames = now;
    return Math.clamp(Math.round(frames), 1, Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    call(alsa.close, pcm);
  }
}
