package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.tflite.Engines;
import org.junit.jupiter.api.Test;

/** ACDNet says of real recordings what another implementation of it said. */
class KnownAnswersTest {
  private static final int CROPS = 10;

  @Test
  void aPublishedModelAgreesWithItsReferenceOnRealRecordings() throws IOException {
    var model = Engines.shared("models/audio/acdnet20_20khz_fold4_int8.tflite");
    var expected =
        reference(Engines.shared("models/reference_predictions/acdnet20_esc50_fold4_raw.csv"));
    int clips = 0;
    int same = 0;
    double difference = 0;
    try (var classifier = new Packs(Engines.engine()).open(model).classifier(1);
        var directory = Files.list(Engines.shared("data/audio/esc50_nature"))) {
      for (var clip : directory.filter(f -> f.toString().endsWith(".wav")).sorted().toList()) {
        var answer = expected.get(String.valueOf(clip.getFileName()).substring(0, 10));
        if (answer == null) {
          continue;
        }
        var scores = mean(classifier, Wav.at20kHz(Wav.read(clip)));
        clips++;
        same += best(scores) == answer.predicted() ? 1 : 0;
        difference += Math.abs(scores[answer.predicted()] - answer.score());
      }
    }
    assertThat(clips).isGreaterThan(30);
    assertThat(same / (double) clips).isGreaterThan(0.9);
    assertThat(difference / clips).isLessThan(0.05);
  }

  private record Answer(int predicted, double score) {}

  /** By the first ten characters of the file's name, which are unique: fold, clip, take. */
  private static Map<String, Answer> reference(Path file) throws IOException {
    var answers = new HashMap<String, Answer>();
    for (var line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        var cell = List.of(line.split(",", -1));
        answers.put(
            cell.getFirst().substring(0, 10),
            new Answer(Integer.parseInt(cell.get(2)), Double.parseDouble(cell.get(3))));
      }
    }
    return answers;
  }

  /** As ACDNet is tested: half a window of silence to each side, ten windows spread evenly. */
  private static float[] mean(Classifier classifier, float[] clip) {
    int length = classifier.card().input().windowSamples();
    var mean = new float[classifier.card().labels().size()];
    for (int crop = 0; crop < CROPS; crop++) {
      var window = new float[length];
      int from = clip.length / (CROPS - 1) * crop - length / 2;
      for (int i = Math.max(0, -from); i < length && from + i < clip.length; i++) {
        window[i] = clip[from + i];
      }
      var scores = classifier.classify(window);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += scores[i] / CROPS;
      }
    }
    return mean;
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
