package org.fieldstation.station.hearing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.fieldstation.station.settings.ModelSettings;
import org.jspecify.annotations.Nullable;

/**
 * The place of one model beside a microphone. The line of work that hears takes its model from
 * here; the one that looks after the models puts another down, which is taken between two windows.
 */
public final class Seat {
  private final ModelSettings settings;
  private final AtomicReference<@Nullable Model> waiting = new AtomicReference<>();
  private final AtomicBoolean testWanted = new AtomicBoolean();
  private volatile @Nullable Model model;
  private volatile boolean failed;
  private volatile String refused = "";

  public Seat(ModelSettings settings) {
    this.settings = settings;
  }

  public ModelSettings settings() {
    return settings;
  }

  /** What this station calls it. */
  public String name() {
    return settings.nameOrDefault();
  }

  /** The model that sits here. */
  public Optional<Model> model() {
    return Optional.ofNullable(model);
  }

  /** Seats the first model; only the line that hears does. */
  public void begin(Model first) {
    model = first;
    failed = false;
  }

  /** Puts a model down for the line that hears; one that was not taken yet is closed. */
  public void offer(Model fresh) {
    close(waiting.getAndSet(fresh));
  }

  /** Takes the model that was put down, if there is one; the old one is closed. */
  public Optional<Model> change() {
    var fresh = waiting.getAndSet(null);
    if (fresh != null) {
      close(model);
      model = fresh;
      failed = false;
    }
    return Optional.ofNullable(fresh);
  }

  /** Says that the model fails, so that whoever looks after it opens it anew. */
  public void fail() {
    failed = true;
  }

  public boolean failed() {
    return failed;
  }

  /** Asks the line that hears for a test of its model. */
  public void wantTest() {
    testWanted.set(true);
  }

  /** Whether a test was asked for; asks only once. */
  public boolean testWanted() {
    return testWanted.get() && testWanted.getAndSet(false);
  }

  /** Notes that a choice came to nothing: it is not worth another try until it is another. */
  public void refuse(String choice) {
    refused = choice;
  }

  public boolean hasRefused(String choice) {
    return refused.equals(choice);
  }

  /** Whether a model is no other than that of one of these seats: two of it hear no more. */
  public static boolean taken(Model model, List<Seat> seats) {
    return seats.stream()
        .flatMap(seat -> seat.model().stream())
        .anyMatch(other -> other.card().sha256().equals(model.card().sha256()));
  }

  /** Releases its models; only when nobody hears with them any more. */
  public void empty() {
    close(waiting.getAndSet(null));
    close(model);
    model = null;
  }

  private static void close(@Nullable Model model) {
    if (model != null) {
      model.close();
    }
  }
}
