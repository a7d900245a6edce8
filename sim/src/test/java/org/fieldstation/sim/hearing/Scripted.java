package org.fieldstation.sim.hearing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.KnownAnswer;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;

/** A classifier that does as it is told. */
final class Scripted implements Classifier {
  private ModelCard card;
  private float answer = 0.1f;
  private float[] embedding = {};
  private int left = Integer.MAX_VALUE;
  private Runnable closed = () -> {};
  private Optional<TimeKeeper> time = Optional.empty();
  private volatile Duration cost = Duration.ZERO;

  Scripted(String id, String version) {
    card = card(id, version, "dog", "Dog");
  }

  private static ModelCard card(String id, String version, String label, String en) {
    return new ModelCard(
        id,
        version,
        "00",
        "Apache-2.0",
        new ModelCard.Input(Hum.RATE, 3 * Hum.RATE, 3 * Hum.RATE),
        List.of(new Label(label, "", en, "", Label.Group.SOUND_SOURCE, OptionalDouble.of(0.6))));
  }

  Scripted naming(String label, String en) {
    card = card(card.id(), card.version(), label, en);
    return this;
  }

  static KnownAnswer known(double score) {
    return new KnownAnswer("hum", () -> Hum.hum(0, 3 * Hum.RATE), "dog", score, 0.01);
  }

  Scripted answering(float score) {
    answer = score;
    return this;
  }

  Scripted embedding(float... numbers) {
    embedding = numbers;
    return this;
  }

  @Override
  public float[] embedding() {
    return embedding;
  }

  Scripted failingAfter(int windows) {
    left = windows;
    return this;
  }

  Scripted whenClosed(Runnable told) {
    closed = told;
    return this;
  }

  Scripted taking(TimeKeeper clock, Duration each) {
    time = Optional.of(clock);
    cost = each;
    return this;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public float[] classify(float[] window) {
    if (left-- <= 0) {
      throw new ModelException(ModelException.Code.FAILED, "it broke");
    }
    try {
      if (!cost.isZero()) {
        time.orElseThrow().sleep(cost);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new float[] {answer};
  }

  @Override
  public void close() {
    closed.run();
  }
}
