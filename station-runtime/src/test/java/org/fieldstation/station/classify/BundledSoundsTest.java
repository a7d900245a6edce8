package org.fieldstation.station.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.recording.Recording;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Gates;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.listen.LastWindow;
import org.fieldstation.station.listen.Level;
import org.fieldstation.station.listen.Resample;
import org.fieldstation.station.listen.Window;
import org.fieldstation.station.listen.Windows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundled model through the whole path, from a recording's samples to a name. How well it names
 * what it has not heard is in its card; here are promises that do not depend on that.
 */
class BundledSoundsTest {
  private static final boolean ALL = Boolean.getBoolean("fieldstation.long");
  private static final int ONE_IN = 12;

  @TempDir static Path cache;

  private Classifier classifier;

  @BeforeEach
  void open() {
    classifier = new Packs(new Engine(cache)).bundled().classifier(1);
  }

  @AfterEach
  void close() {
    classifier.close();
  }

  /** Every twelfth clip, or with -Dfieldstation.long=true every clip. */
  @Test
  void theSameSoundKeepsItsNameFromAnyRecorder() throws IOException {
    var clips = new ArrayList<Path>();
    for (var folder : List.of("data/audio/esc10", "data/audio/esc50_nature")) {
      var all = Inputs.recordings(List.of(Shared.path(folder)));
      IntStream.range(0, all.size())
          .filter(i -> ALL || i % ONE_IN == 0)
          .mapToObj(all::get)
          .forEach(clips::add);
    }
    var same = new LinkedHashMap<String, Integer>();
    for (var clip : clips) {
      var sound = read(clip);
      var name = name(sound);
      variants(sound)
          .forEach((condition, other) ->
              same.merge(condition, name(other).equals(name) ? 1 : 0, Integer::sum));
    }
    System.out.println("same top label, of " + clips.size() + " clips: " + same);
    assertThat(clips).hasSize(ALL ? 293 : 25);
    assertThat(same).hasSize(4);
    // 95 % of all; of twenty-five, one more may differ by chance.
    same.forEach((condition, count) ->
        assertThat(count)
            .as(condition)
            .isGreaterThanOrEqualTo(ALL ? (int) Math.ceil(0.95 * clips.size()) : clips.size() - 2));
  }

  @Test
  void aDayInAForestRaisesNoAlarm() throws IOException {
    var clips = Inputs.recordings(List.of(Shared.path("data/audio/soundscape24h")));
    assertThat(clips).hasSize(24);
    for (var clip : clips) {
      assertThat(detections(read(clip)).map(heard -> heard.label().id()))
          .as(clip.toString())
          .doesNotContain("chainsaw", "engine", "fire", "human", "dog");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silence",
        "constant",
        "dither",
        "constant and dither",
        "clipped noise",
        "clipped tone",
        "full scale square",
        "mains hum"
      })
  void whatIsNoSoundIsNotNamed(String what) {
    var random = new SplittableRandom(5);
    IntToDoubleFunction dither = i -> Math.rint(random.nextDouble() * 2 - 1) / 32_768;
    IntToDoubleFunction wave =
        switch (what) {
          case "silence" -> i -> 0;
          case "constant" -> i -> 0.5;
          case "dither" -> dither;
          case "constant and dither" -> i -> 0.5 + dither.applyAsDouble(i);
          case "clipped noise" -> i -> 8 * random.nextGaussian();
          case "clipped tone" -> i -> 4 * Math.sin(2 * Math.PI * 1000 * i / 48_000);
          case "full scale square" -> i -> i / 24 % 2 == 0 ? 1 : -1;
          default -> i -> 0.2 * Math.sin(2 * Math.PI * 50 * i / 48_000);
        };
    var samples = new float[10 * 48_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.clamp(wave.applyAsDouble(i), -1.0, 1.0);
    }

    assertThat(detections(new Sound(0, 48_000, samples))).isEmpty();
  }

  private Map<String, Sound> variants(Sound sound) {
    var variants = new LinkedHashMap<String, Sound>();
    for (int rate : new int[] {16_000, 44_100, 48_000}) {
      variants.put(rate + " Hz", stored(at(sound, rate), 1));
    }
    variants.put("20 dB quieter", stored(at(sound, 44_100), 0.1));
    return variants;
  }

  /** As a recorder of 16 bits would have kept it. */
  private static Sound stored(Sound sound, double gain) {
    var samples = new float[sound.samples().length];
    for (int i = 0; i < samples.length; i++) {
      double step = Math.rint(sound.samples()[i] * gain * 32_768);
      samples[i] = (float) (Math.clamp(step, -32_768.0, 32_767.0) / 32_768);
    }
    return new Sound(0, sound.rate(), samples);
  }

  private static Sound at(Sound sound, int rate) {
    return joined(Stream.of(sound).gather(Resample.to(rate)).toList());
  }

  private static Sound read(Path clip) {
    try (var recording = Recording.open(clip, Channel.MIX)) {
      var sounds = new Sounds(recording, Meter.idle());
      return joined(
          StreamSupport.stream(
                  Spliterators.spliteratorUnknownSize(sounds, Spliterator.ORDERED), false)
              .toList());
    }
  }

  private static Sound joined(List<Sound> parts) {
    var samples = new float[(int) parts.getLast().end()];
    parts.forEach(part ->
        System.arraycopy(part.samples(), 0, samples, (int) part.position(), part.samples().length));
    return new Sound(0, parts.getFirst().rate(), samples);
  }

  /** The label with the highest mean over all windows that hold any sound. */
  private String name(Sound sound) {
    var mean = new double[classifier.card().labels().size()];
    var windows = windows(sound).toList();
    var loud = windows.stream().filter(BundledSoundsTest::audible).toList();
    for (var window : loud.isEmpty() ? windows : loud) {
      var scores = classifier.classify(window.samples());
      Arrays.setAll(mean, i -> mean[i] + scores[i]);
    }
    int best =
        IntStream.range(0, mean.length).reduce((a, b) -> mean[b] > mean[a] ? b : a).orElseThrow();
    return classifier.card().labels().get(best).id();
  }

  private static boolean audible(Window window) {
    return Gates.ORDINARY.stops(Level.of(window.samples())).isEmpty();
  }

  private Stream<Window> windows(Sound sound) {
    var input = classifier.card().input();
    return Stream.of(sound)
        .gather(Resample.to(input.rate()))
        .gather(Windows.of(input.windowSamples(), input.hopSamples(), LastWindow.DROPPED));
  }

  private Stream<Detection> detections(Sound sound) {
    var judge = new Judge(classifier, Gates.ORDINARY, new Rule.Thresholds());
    return windows(sound).map(judge::judge).flatMap(found -> found.detections().stream());
  }
}
