package org.fieldstation.drivers.gnss;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What one sentence says. */
sealed interface Report {

  /** A place on the ellipsoid, degrees to the north and to the east. */
  record Place(double latitude, double longitude) {

    static Optional<Place> of(OptionalDouble latitude, OptionalDouble longitude) {
      return latitude.isPresent() && longitude.isPresent()
          ? Optional.of(new Place(latitude.getAsDouble(), longitude.getAsDouble()))
          : Optional.empty();
    }
  }

  /** Recommended minimum: the only sentence with date, time, place and validity in one. */
  record Rmc(
      Optional<LocalTime> time,
      boolean valid,
      Optional<Place> place,
      OptionalDouble knots,
      OptionalDouble courseDegrees,
      Optional<LocalDate> date)
      implements Report {}

  /** Fix data; quality 0 is no fix, 6 dead reckoning, 7 and 8 no satellites at all. */
  record Gga(
      Optional<LocalTime> time,
      Optional<Place> place,
      OptionalInt quality,
      OptionalInt satellites,
      OptionalDouble hdop,
      OptionalDouble altitudeMetres,
      OptionalDouble geoidMetres)
      implements Report {}

  /** Dilution of precision; mode 1 is no fix, 2 without and 3 with altitude. */
  record Gsa(OptionalInt mode, OptionalDouble pdop, OptionalDouble hdop, OptionalDouble vdop)
      implements Report {}

  /** Satellites in view, up to four in each of several sentences. */
  record Gsv(String talker, int sentences, int number, int inView, List<Satellite> satellites)
      implements Report {}

  /** Date with four digits of the year, and time. */
  record Zda(Optional<LocalTime> time, Optional<LocalDate> date) implements Report {}
}
