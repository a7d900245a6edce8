package org.fieldstation.station.hearing;

import java.util.List;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.KnownAnswer;
import org.fieldstation.models.ModelCard;

/**
 * A model that is open.
 *
 * @param answers what it must answer to known sounds
 * @param choice which pack it is, in the words of its source, so that another choice can be noticed
 * @param refused why packs that were wanted rather than this one could not be had
 */
public record Model(
    Classifier classifier, List<KnownAnswer> answers, String choice, List<String> refused)
    implements AutoCloseable {
  public Model {
    answers = List.copyOf(answers);
    refused = List.copyOf(refused);
  }

  /** One of which nothing is known but what it says. */
  public static Model of(Classifier classifier) {
    return new Model(classifier, List.of(), "", List.of());
  }

  public ModelCard card() {
    return classifier.card();
  }

  @Override
  public void close() {
    classifier.close();
  }
}
