package org.fieldstation.station.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.fieldstation.drivers.Sound;

/** Sound made for tests, and what comes of it. */
final class Tones {
  private Tones() {}

  static LongToDoubleFunction sine(double hertz, int rate) {
    return i -> Math.sin(2 * Math.PI * hertz * i / rate);
  }

  static float[] samples(LongToDoubleFunction signal, long from, int length) {
    var samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) signal.applyAsDouble(from + i);
    }
    return samples;
  }

  /** The same stretch as sounds of every length, as a driver might give them. */
  static List<Sound> chopped(LongToDoubleFunction signal, long from, int length, int rate) {
    var random = new Random(length);
    var sounds = new ArrayList<Sound>();
    for (int done = 0; done < length; ) {
      var part = Math.min(length - done, 1 + random.nextInt(5000));
      sounds.add(new Sound(from + done, rate, samples(signal, from + done, part)));
      done += part;
    }
    return sounds;
  }

  static List<Sound> resample(List<Sound> sounds, int rate) {
    return sounds.stream().gather(Resample.to(rate)).toList();
  }

  static float[] joined(List<Sound> sounds) {
    var all = new float[sounds.stream().mapToInt(sound -> sound.samples().length).sum()];
    var at = 0;
    for (var sound : sounds) {
      System.arraycopy(sound.samples(), 0, all, at, sound.samples().length);
      at += sound.samples().length;
    }
    return all;
  }

  /** Amplitude of a sine of that level in the middle half of the samples, in dBFS. */
  static double middleLevel(float[] samples) {
    var power =
        IntStream.range(samples.length / 4, 3 * samples.length / 4)
            .mapToDouble(i -> (double) samples[i] * samples[i])
            .average()
            .orElseThrow();
    return 10 * Math.log10(2 * power);
  }
}
