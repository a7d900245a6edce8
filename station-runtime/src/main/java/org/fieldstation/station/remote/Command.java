package org.fieldstation.station.remote;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a server wants done, as it writes it: {@code 42 reboot at=2026-12-01T02:00:00Z
 * until=2026-12-02T00:00:00Z attempts=2}, and {@code with=…} to the end of the line for what the
 * verb needs.
 *
 * @param id the server's own; one that was used before is the same command, and not done again
 * @param at not before this; at once when empty
 * @param until not after this
 * @param attempts how often it is begun at most
 */
public record Command(
    String id,
    String verb,
    String argument,
    Optional<Instant> at,
    Optional<Instant> until,
    int attempts) {
  private static final int LONGEST = 500;
  private static final int MOST_ATTEMPTS = 10;

  public Command {
    if (!id.matches("[A-Za-z0-9._-]{1,32}")) {
      throw new IllegalArgumentException(
          "an id is 1 to 32 letters, digits, dots, dashes or underscores");
    }
    if (!verb.matches("[a-z][a-z-]{0,31}")) {
      throw new IllegalArgumentException("not a verb: " + verb.replaceAll("[^ -~]", "?"));
    }
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException("attempts must be between 1 and " + MOST_ATTEMPTS);
    }
    if (at.isPresent() && until.isPresent() && !at.get().isBefore(until.get())) {
      throw new IllegalArgumentException("it would expire before its time");
    }
  }

  /**
   * Reads a command.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Command parse(String text) {
    if (text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("one line of at most " + LONGEST + " characters");
    }
    int argument = text.indexOf(" with=");
    var words = List.of((argument < 0 ? text : text.substring(0, argument)).strip().split(" +"));
    if (words.size() < 2) {
      throw new IllegalArgumentException("a command is: id verb [at=…] [until=…] [attempts=…]");
    }
    var options = new ArrayList<>(words.subList(2, words.size()));
    var command =
        new Command(
            words.get(0),
            words.get(1),
            argument < 0 ? "" : text.substring(argument + " with=".length()),
            time(take(options, "at=")),
            time(take(options, "until=")),
            number(take(options, "attempts=")));
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("not understood: " + options.getFirst());
    }
    return command;
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return id
        + " "
        + verb
        + at.map(time -> " at=" + time).orElse("")
        + until.map(time -> " until=" + time).orElse("")
        + " attempts="
        + attempts
        + (argument.isEmpty() ? "" : " with=" + argument);
  }

  private static @Nullable String take(List<String> options, String name) {
    var found = options.stream().filter(word -> word.startsWith(name)).findFirst();
    found.ifPresent(options::remove);
    return found.map(word -> word.substring(name.length())).orElse(null);
  }

  private static Optional<Instant> time(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time like 2026-12-01T02:00:00Z: " + text, e);
    }
  }

  private static int number(@Nullable String text) {
    if (text != null && !text.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException("not a number: " + text);
    }
    return text == null ? 1 : Integer.parseInt(text);
  }
}
