package org.fieldstation.station.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldstation.station.board.Board;
import org.fieldstation.station.board.Boards;

/**
 * The board that everything is attached to, and what on it is not a sensor.
 *
 * @param profile which board it is, for instance {@code raspberry-pi-5}
 * @param names places by names of one's own, for instance {@code mast = "i2c-3"}
 */
public record BoardSettings(
    String profile,
    Optional<Map<String, String>> names,
    Optional<List<ContactSettings>> contact,
    Optional<List<OutletSettings>> outlet,
    Optional<LedSettings> led,
    Optional<InfraredSettings> infrared,
    Optional<GnssSettings> gnss,
    Optional<ClockChipSettings> clockChip,
    Optional<WatchdogSettings> watchdog) {
  public BoardSettings {
    if (Boards.named(profile).isEmpty()) {
      throw new IllegalArgumentException(
          "no board \"%s\" is known; there are %s"
              .formatted(
                  profile,
                  Boards.ALL.stream().map(Board::profile).collect(Collectors.joining(", "))));
    }
  }

  /** A board with nothing but sensors. */
  static BoardSettings of(String profile) {
    return new BoardSettings(
        profile,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The board with the names of one's own. */
  public Board board() {
    return Boards.named(profile).orElseThrow().with(names.orElse(Map.of()));
  }

  /** Contacts and detectors on pins. */
  public List<ContactSettings> contacts() {
    return contact.orElse(List.of());
  }

  /** Switches for the power of devices. */
  public List<OutletSettings> outlets() {
    return outlet.orElse(List.of());
  }
}
