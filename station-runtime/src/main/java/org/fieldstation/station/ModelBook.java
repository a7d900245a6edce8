package org.fieldstation.station;

import java.util.Optional;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.hearing.SelfTest;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.ModelBodies;

/** Makes what happens to models into records: taken into use, refused, tested, resting, back. */
record ModelBook(Scribe scribe, StationClock clock, long boot) {

  /**
   * Notes something.
   *
   * @param what a stable word, for instance {@code in-use}
   * @param model what this station calls it
   * @param card which model it was, if it could be had
   * @param detail one line for a person
   */
  void put(String what, String model, Optional<ModelCard> card, String detail) {
    put(Lane.DATA, what, model, card, detail);
  }

  void put(String what, String model, ModelCard card, String detail) {
    put(what, model, Optional.of(card), detail);
  }

  /** A pack that was wanted and is not used: the old one stays. */
  void refused(String model, String why) {
    put(Lane.URGENT, "refused", model, Optional.empty(), why);
  }

  void tested(String model, ModelCard card, SelfTest test) {
    put(
        test.passed() ? Lane.DATA : Lane.URGENT,
        test.passed() ? "self-test-passed" : "self-test-failed",
        model,
        Optional.of(card),
        test.words());
  }

  private void put(Lane lane, String what, String model, Optional<ModelCard> card, String detail) {
    var body = ModelBodies.event(what, model, card, detail);
    scribe.put(new Note.Fact(lane, Kind.MODEL, Stamp.of(boot, clock.now()), body));
  }
}
