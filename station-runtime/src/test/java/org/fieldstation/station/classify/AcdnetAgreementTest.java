package org.fieldstation.station.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.recording.Recording;
import org.fieldstation.models.Classifier;
import org.fieldstation.station.listen.Resample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decoding, resampling and inference together give what an independent implementation gives: shown
 * on 55 clips of nature that the model was not trained on.
 *
 * <p>The reference pads a clip with half a window on either side and averages ten crops that lie
 * evenly over it, silent ones too. It emulates the quantised model in floats, so a few clips whose
 * two best labels are close may differ.
 */
class AcdnetAgreementTest {
  private static final int CROPS = 10;

  @TempDir Path cache;

  @Test
  void theSameSoundsAreNamedAsByTheReference() throws IOException {
    var reference = reference();
    var clips = Inputs.recordings(List.of(Shared.path("data/audio/esc50_nature")));
    var differing = new ArrayList<String>();
    var right = 0;
    try (var classifier = Shared.acdnet(cache).classifier(1)) {
      for (var clip : clips) {
        var name = clip.getFileName().toString();
        var mean = mean(classifier, clip);
        var label = classifier.card().labels().get(best(mean)).id();
        var expected = reference.get(name.substring(0, name.indexOf('_')));
        right += name.endsWith("_" + label + ".wav") ? 1 : 0;
        if (expected == null || best(mean) != expected) {
          differing.add(name + " as " + label);
        }
      }
    }
    System.out.println(
        "ACDNet: right in "
            + right
            + " of "
            + clips.size()
            + ", not as the reference: "
            + differing);
    assertThat(clips).hasSize(55);
    assertThat(differing).hasSizeLessThanOrEqualTo(2); // 96 % agree
    assertThat(right).isGreaterThanOrEqualTo(36); // the reference: 37
  }

  private static float[] mean(Classifier classifier, Path clip) {
    var input = classifier.card().input();
    var padded = padded(clip, input.rate(), input.windowSamples() / 2);
    var hop = (padded.length - input.windowSamples()) / (CROPS - 1);
    var mean = new float[classifier.card().labels().size()];
    for (int crop = 0; crop < CROPS; crop++) {
      var window = Arrays.copyOfRange(padded, crop * hop, crop * hop + input.windowSamples());
      var scores = classifier.classify(window);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += scores[i] / CROPS;
      }
    }
    return mean;
  }

  private static float[] padded(Path clip, int rate, int margin) {
    try (var recording = Recording.open(clip, Channel.MIX)) {
      var sounds = new Sounds(recording, Meter.idle());
      var heard =
          StreamSupport.stream(
                  Spliterators.spliteratorUnknownSize(sounds, Spliterator.ORDERED), false)
              .gather(Resample.to(rate))
              .toList();
      var padded = new float[(int) heard.getLast().end() + 2 * margin];
      heard.forEach(sound ->
          System.arraycopy(
              sound.samples(), 0, padded, margin + (int) sound.position(), sound.samples().length));
      return padded;
    }
  }

  /** What the reference answered, by the beginning of the file's name. */
  private static Map<String, Integer> reference() throws IOException {
    var csv = Shared.path("models/reference_predictions/acdnet20_esc50_fold4_raw.csv");
    try (var lines = Files.lines(csv)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .collect(
              Collectors.toMap(
                  cells -> cells[0].substring(0, cells[0].lastIndexOf('-')),
                  cells -> Integer.valueOf(cells[2])));
    }
  }

  private static int best(float[] scores) {
    return IntStream.range(0, scores.length)
        .reduce((a, b) -> scores[b] > scores[a] ? b : a)
        .orElseThrow();
  }
}
