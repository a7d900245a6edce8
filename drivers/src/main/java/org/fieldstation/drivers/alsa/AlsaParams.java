package org.fieldstation.drivers.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.fieldstation.drivers.alsa.Libasound.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.capture.PcmFormat;

/**
 * What a device was set to: the first it can do of what we can read, at exactly the rate that was
 * asked for. Nothing is converted: a rate that was made up is not a measurement.
 */
record AlsaParams(int rate, int channels, PcmFormat format) {
  private static final int INTERLEAVED = 3;
  private static final int S16_LE = 2;
  private static final int S32_LE = 10;
  private static final int MOST_CHANNELS = 2;

  /** What a device is asked for when the configuration leaves the choice to it. */
  private static final int USUAL_RATE = 48_000;

  /**
   * Sound that may wait in the device while the machine is busy, with a full collection for one. A
   * device that has less gives what it has.
   */
  private static final int BUFFER_MICROSECONDS = 2_000_000;

  /** How often the device wakes the reader. */
  private static final int PERIOD_MICROSECONDS = 50_000;

  static AlsaParams set(Libasound alsa, MemorySegment pcm, String name, int rate) {
    try (var arena = Arena.ofConfined()) {
      var pointer = arena.allocate(ADDRESS);
      if (call(alsa.malloc, pointer) < 0) {
        throw new DeviceException(Code.LOST, name + " cannot be set up: out of memory");
      }
      var params = pointer.get(ADDRESS, 0);
      try {
        return new Setting(alsa, pcm, params, name).set(rate, arena.allocate(JAVA_INT));
      } finally {
        alsa.free(params);
      }
    }
  }

  private record Setting(Libasound alsa, MemorySegment pcm, MemorySegment params, String name) {

    AlsaParams set(int wanted, MemorySegment number) {
      require(call(alsa.any, pcm, params), "its abilities cannot be read");
      require(call(alsa.resample, pcm, params, 0), "conversion cannot be switched off");
      require(call(alsa.access, pcm, params, INTERLEAVED), "it has no interleaved access");
      var format = format();
      int channels = channels();
      int rate = rate(wanted, number);
      near(alsa.bufferNear, number, BUFFER_MICROSECONDS);
      near(alsa.periodNear, number, PERIOD_MICROSECONDS);
      require(call(alsa.params, pcm, params), "it refuses " + rate + " Hz");
      return new AlsaParams(rate, channels, format);
    }

    private PcmFormat format() {
      if (call(alsa.format, pcm, params, S16_LE) >= 0) {
        return PcmFormat.S16;
      }
      require(call(alsa.format, pcm, params, S32_LE), "it gives neither S16_LE nor S32_LE");
      return PcmFormat.S32;
    }

    private int channels() {
      for (int channels = 1; channels < MOST_CHANNELS; channels++) {
        if (call(alsa.channels, pcm, params, channels) >= 0) {
          return channels;
        }
      }
      require(call(alsa.channels, pcm, params, MOST_CHANNELS), "it has more than 2 channels");
      return MOST_CHANNELS;
    }

    private int rate(int wanted, MemorySegment number) {
      if (wanted > 0) {
        require(
            call(alsa.rate, pcm, params, wanted, 0),
            "it cannot record at exactly " + wanted + " Hz; take a rate it has, or 0");
        return wanted;
      }
      number.set(JAVA_INT, 0, USUAL_RATE);
      require(call(alsa.rateNear, pcm, params, number, MemorySegment.NULL), "it has no rate");
      return number.get(JAVA_INT, 0);
    }

    /**
     * A device with a smaller buffer still records; it only loses more when the machine is busy.
     */
    private void near(MethodHandle setter, MemorySegment number, int value) {
      number.set(JAVA_INT, 0, value);
      var _ = call(setter, pcm, params, number, MemorySegment.NULL);
    }

    private void require(int answer, String otherwise) {
      if (answer < 0) {
        throw new DeviceException(
            Code.UNSUPPORTED, name + ": " + otherwise + " [" + alsa.words(answer) + "]");
      }
    }
  }
}
