package org.fieldstation.station.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.KnownAnswer;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.identify.Gates;
import org.fieldstation.station.listen.Level;

/**
 * A model's known sounds through the gates, the front end and the engine that are in use.
 *
 * @param tried how many
 * @param failures one line for each that was not answered as it must be
 */
public record SelfTest(int tried, List<String> failures) {
  public SelfTest {
    failures = List.copyOf(failures);
  }

  public static SelfTest of(Classifier classifier, List<KnownAnswer> answers) {
    var failures = new ArrayList<String>();
    for (var answer : answers) {
      try {
        var window = answer.window().get();
        Gates.ORDINARY
            .stops(Level.of(window))
            .ifPresent(gate -> failures.add(answer.sound() + ": stopped as " + gate.word()));
        float score = classifier.classify(window)[index(classifier, answer.label())];
        if (!answer.accepts(score)) {
          failures.add(
              String.format(
                  Locale.ROOT,
                  "%s: %s %.3f, expected %.3f ± %.3f",
                  answer.sound(),
                  answer.label(),
                  score,
                  answer.score(),
                  answer.tolerance()));
        }
      } catch (ModelException e) {
        failures.add(answer.sound() + ": " + e.getMessage());
      }
    }
    return new SelfTest(answers.size(), failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }

  /** What came of it in one line. */
  public String words() {
    return passed()
        ? "%d known sounds answered as they must be".formatted(tried)
        : "%d of %d known sounds failed: %s"
            .formatted(failures.size(), tried, String.join("; ", failures));
  }

  private static int index(Classifier classifier, String id) {
    var labels = classifier.card().labels();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new ModelException(ModelException.Code.BAD_MANIFEST, "there is no label \"" + id + "\"");
  }
}
