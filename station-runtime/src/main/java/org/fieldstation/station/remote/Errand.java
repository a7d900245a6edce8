package org.fieldstation.station.remote;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command and how far it has come.
 *
 * @param by the server that asked
 * @param begun how often it was begun
 * @param detail the verb's last word
 */
public record Errand(String by, Command command, State state, int begun, String detail) {

  /** How far a command has come; the last four are for ever. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    EXPIRED,
    CANCELLED;

    public boolean over() {
      return compareTo(DONE) >= 0;
    }
  }

  private static final Pattern KEPT =
      Pattern.compile("([^|]*)\\|([A-Z]+)\\|([0-9]{1,4})\\|([^|]*)\\|(.*)");

  Errand now(State next, String said) {
    return new Errand(by, command, next, begun, said.replace('|', '/'));
  }

  Errand beginning() {
    return new Errand(by, command, State.RUNNING, begun + 1, "");
  }

  String kept() {
    return by + "|" + state + "|" + begun + "|" + detail + "|" + command.text();
  }

  /** Reads what {@link #kept} wrote; empty when it is damaged. */
  static Optional<Errand> read(String kept) {
    var parts = KEPT.matcher(kept);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Errand(
              parts.group(1),
              Command.parse(parts.group(5)),
              State.valueOf(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              parts.group(4)));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** One line for a person. */
  public String line() {
    return command.text()
        + " : "
        + state.name().toLowerCase(Locale.ROOT)
        + (detail.isEmpty() ? "" : ", " + detail);
  }
}
