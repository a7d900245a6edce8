package org.fieldstation.station.contact;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.settings.ContactSettings;
import org.fieldstation.station.settings.ContactSettings.Use;
import org.fieldstation.station.wire.Bodies;

/**
 * Makes a contact's changes into notes for the journal. An opened lid is an alert at once; motion
 * is written down once a minute at most, because a warm branch in the wind moves all day.
 */
public final class ContactReport {
  private static final Duration MOTION_EVERY = Duration.ofMinutes(1);

  private final ContactSettings contact;
  private final StationClock clock;
  private final long boot;
  private long lastMotion = Long.MIN_VALUE;

  public ContactReport(ContactSettings contact, StationClock clock, long boot) {
    this.contact = contact;
    this.clock = clock;
    this.boot = boot;
  }

  /** The note for a change, when it is worth one. */
  public Stream<Note> notes(Change change) {
    return note(change).stream();
  }

  private Optional<Note> note(Change change) {
    return switch (contact.use()) {
      case TAMPER -> Optional.of(fact(Lane.URGENT, change));
      case SHUTDOWN -> change.active() ? Optional.of(fact(Lane.URGENT, change)) : Optional.empty();
      case MOTION -> motion(change);
    };
  }

  private Optional<Note> motion(Change change) {
    boolean soon =
        lastMotion != Long.MIN_VALUE && change.nanos() - lastMotion < MOTION_EVERY.toNanos();
    if (!change.active() || soon) {
      return Optional.empty();
    }
    lastMotion = change.nanos();
    return Optional.of(fact(Lane.DATA, change));
  }

  private Note fact(Lane lane, Change change) {
    var now = clock.now();
    var then = now.plus(Duration.ofNanos(change.nanos() - clock.nanos()));
    return new Note.Fact(
        lane,
        Kind.CONTACT,
        Stamp.of(boot, then),
        Bodies.contact(contact.name(), word(contact.use()), change.active()));
  }

  private static String word(Use use) {
    return use.name().toLowerCase(Locale.ROOT);
  }
}
