package org.fieldstation.station.look;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.image.PictureClassifier;
import org.fieldstation.models.image.PictureDetector;

/** The models that look at pictures, those there are. For one thread. */
public record Sight(Optional<PictureDetector> detector, Optional<PictureClassifier> classifier)
    implements AutoCloseable {

  /** No model at all: what moves is an event that nobody has classified. */
  public static Sight none() {
    return new Sight(Optional.empty(), Optional.empty());
  }

  /** What is known of each. */
  public List<ModelCard> cards() {
    return Stream.concat(
            detector.map(PictureDetector::card).stream(),
            classifier.map(PictureClassifier::card).stream())
        .toList();
  }

  /** Whether one of them would know a person. */
  boolean knowsPeople() {
    return detector
        .map(PictureDetector::card)
        .map(card -> card.labels().stream().anyMatch(label -> label.group() == Label.Group.HUMAN))
        .orElse(false);
  }

  /** Their names; "no model" without any. */
  public String words() {
    return cards().isEmpty()
        ? "no model"
        : cards().stream().map(ModelCard::id).collect(Collectors.joining(" and "));
  }

  @Override
  public void close() {
    detector.ifPresent(PictureDetector::close);
    classifier.ifPresent(PictureClassifier::close);
  }
}
