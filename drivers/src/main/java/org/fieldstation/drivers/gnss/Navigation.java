package org.fieldstation.drivers.gnss;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.fieldstation.drivers.gnss.Report.Gga;
import org.fieldstation.drivers.gnss.Report.Gsa;
import org.fieldstation.drivers.gnss.Report.Place;
import org.fieldstation.drivers.gnss.Report.Rmc;
import org.jspecify.annotations.Nullable;

/**
 * What the last sentences say together about the place. There is a fix when none of them that is
 * fresh denies it: one sentence that says so is not enough while another says no.
 */
final class Navigation {
  private static final long STALE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final double METRES_PER_SECOND_PER_KNOT = 1_852 / 3_600.0;

  private final Latest<Rmc> rmc = new Latest<>();
  private final Latest<Gga> gga = new Latest<>();
  private final Latest<Gsa> gsa = new Latest<>();
  private @Nullable Place place;

  void take(Report report, long nanos) {
    switch (report) {
      case Rmc it -> {
        rmc.put(it, nanos);
        it.place().ifPresent(this::moveTo);
      }
      case Gga it -> {
        gga.put(it, nanos);
        it.place().ifPresent(this::moveTo);
      }
      case Gsa it -> gsa.put(it, nanos);
      case Report.Gsv _, Report.Zda _ -> {}
    }
  }

  /** Where the receiver is at that time, unless something fresh denies it. */
  Optional<Fix> fix(long nanos) {
    var minimum = rmc.fresh(nanos);
    var data = gga.fresh(nanos);
    var precision = gsa.fresh(nanos);
    var there = place;
    boolean hasPlace =
        minimum.flatMap(Rmc::place).isPresent() || data.flatMap(Gga::place).isPresent();
    if (there == null
        || !hasPlace
        || minimum.filter(it -> !it.valid()).isPresent()
        || data.filter(it -> !measured(it.quality())).isPresent()
        || precision.filter(it -> it.mode().orElse(1) < 2).isPresent()) {
      return Optional.empty();
    }
    var altitude = data.map(Gga::altitudeMetres).orElse(OptionalDouble.empty());
    int mode = precision.map(it -> it.mode().orElse(1)).orElse(altitude.isPresent() ? 3 : 2);
    return Optional.of(
        new Fix(
            mode,
            there.latitude(),
            there.longitude(),
            altitude,
            data.map(Gga::geoidMetres).orElse(OptionalDouble.empty()),
            minimum.map(Navigation::speed).orElse(OptionalDouble.empty()),
            minimum.map(Rmc::courseDegrees).orElse(OptionalDouble.empty()),
            data.map(Gga::hdop).orElse(OptionalDouble.empty()),
            data.map(Gga::satellites).orElse(OptionalInt.empty())));
  }

  private void moveTo(Place there) {
    place = there;
  }

  /** 1 to 5 come from satellites; 6 is dead reckoning, 7 typed in, 8 simulated. */
  private static boolean measured(OptionalInt quality) {
    return quality.orElse(0) >= 1 && quality.orElse(0) <= 5;
  }

  private static OptionalDouble speed(Rmc it) {
    var knots = it.knots();
    return knots.isPresent()
        ? OptionalDouble.of(knots.getAsDouble() * METRES_PER_SECOND_PER_KNOT)
        : OptionalDouble.empty();
  }

  /** The last report of a kind; a kind that is not sent any more says nothing. */
  private static final class Latest<T> {
    private @Nullable T report;
    private long nanos;

    void put(T it, long at) {
      report = it;
      nanos = at;
    }

    Optional<T> fresh(long now) {
      return now - nanos > STALE_NANOS ? Optional.empty() : Optional.ofNullable(report);
    }
  }
}
