package org.fieldstation.station.identify;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Doubts what is heard in heavy rain or strong wind: drops on a roof make every kind of score. What
 * a watch list has passes, because saws and shots are heard in any weather and matter.
 *
 * <p>Rain and wind are measured where there are sensors for them; where there are none, a label
 * that some model gives, such as its rain, can stand for them.
 */
public final class Drowned implements Filter {

  /** From which rain in mm/h and which wind in m/s on; and which labels stand for them. */
  public record Limits(double rain, double wind, Set<String> heard) {
    public Limits {
      if (!(rain > 0) || !(wind > 0)) {
        throw new IllegalArgumentException("rain and wind that drown sounds must be above 0");
      }
      heard = heard.stream().map(Names::key).collect(Collectors.toUnmodifiableSet());
    }
  }

  /** The weather at this moment. */
  public record Weather(OptionalDouble rain, OptionalDouble wind) {}

  private final Limits limits;
  private final Supplier<Weather> weather;
  private final Board board;

  public Drowned(Limits limits, Supplier<Weather> weather, Board board) {
    this.limits = limits;
    this.weather = weather;
    this.board = board;
  }

  /** Why a window is no evidence of silence, {@code rain} or {@code wind}; empty when it is. */
  public Optional<Verdict.Drowned> now() {
    var now = weather.get();
    if (now.rain().orElse(0) >= limits.rain()) {
      return Optional.of(new Verdict.Drowned("rain", now.rain().getAsDouble(), "mm/h"));
    }
    return now.wind().orElse(0) >= limits.wind()
        ? Optional.of(new Verdict.Drowned("wind", now.wind().getAsDouble(), "m/s"))
        : Optional.empty();
  }

  @Override
  public Optional<Verdict> verdict(Detection candidate, boolean watched) {
    if (watched || NameLists.names(candidate.label()).anyMatch(limits.heard()::contains)) {
      return Optional.empty();
    }
    return now()
        .<Verdict>map(verdict -> verdict)
        .or(() ->
            board.hasHeard(limits.heard(), candidate)
                ? Optional.of(new Verdict.Drowned("heard", 0, ""))
                : Optional.empty());
  }
}
