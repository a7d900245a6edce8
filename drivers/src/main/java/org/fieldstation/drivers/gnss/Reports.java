package org.fieldstation.drivers.gnss;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.drivers.gnss.Report.Gga;
import org.fieldstation.drivers.gnss.Report.Gsa;
import org.fieldstation.drivers.gnss.Report.Gsv;
import org.fieldstation.drivers.gnss.Report.Place;
import org.fieldstation.drivers.gnss.Report.Rmc;
import org.fieldstation.drivers.gnss.Report.Zda;

/** From sentences to what they say; field numbers are those of NMEA 0183, counted from 0. */
final class Reports {
  private static final int SATELLITES_OF_GSA = 12;

  private Reports() {}

  /** Empty for a sentence that this station has no use for. */
  static Optional<Report> of(Sentence s) {
    return switch (s.type()) {
      case "RMC" -> Optional.of(rmc(s));
      case "GGA" -> Optional.of(gga(s));
      case "GSA" -> Optional.of(gsa(s));
      case "GSV" -> gsv(s);
      case "ZDA" -> Optional.of(zda(s));
      default -> Optional.empty();
    };
  }

  /** From NMEA 2.3 on there is a mode; N in it is no fix whatever the status says. */
  private static Rmc rmc(Sentence s) {
    return new Rmc(
        Field.time(s.field(0)),
        s.field(1).equals("A") && !s.field(11).equals("N"),
        place(s, 2),
        Field.number(s.field(6)),
        Field.number(s.field(7)),
        Field.date(s.field(8)));
  }

  private static Gga gga(Sentence s) {
    return new Gga(
        Field.time(s.field(0)),
        place(s, 1),
        Field.whole(s.field(5)),
        Field.whole(s.field(6)),
        Field.number(s.field(7)),
        metres(s, 8),
        metres(s, 10));
  }

  private static Gsa gsa(Sentence s) {
    int after = 2 + SATELLITES_OF_GSA;
    return new Gsa(
        Field.whole(s.field(1)),
        Field.number(s.field(after)),
        Field.number(s.field(after + 1)),
        Field.number(s.field(after + 2)));
  }

  private static Optional<Report> gsv(Sentence s) {
    var sentences = Field.whole(s.field(0));
    var number = Field.whole(s.field(1));
    var inView = Field.whole(s.field(2));
    if (sentences.isEmpty() || number.isEmpty() || inView.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gsv(
            s.talker(), sentences.getAsInt(), number.getAsInt(), inView.getAsInt(), satellites(s)));
  }

  private static List<Satellite> satellites(Sentence s) {
    var satellites = new ArrayList<Satellite>();
    for (int at = 3; at + 3 < s.fields().size() + 1; at += 4) {
      var number = Field.whole(s.field(at));
      if (number.isPresent()) {
        satellites.add(
            new Satellite(
                s.talker(),
                number.getAsInt(),
                Field.whole(s.field(at + 1)),
                Field.whole(s.field(at + 2)),
                Field.whole(s.field(at + 3))));
      }
    }
    return satellites;
  }

  private static Zda zda(Sentence s) {
    var day = Field.whole(s.field(1));
    var month = Field.whole(s.field(2));
    var year = Field.whole(s.field(3));
    Optional<LocalDate> date =
        day.isEmpty() || month.isEmpty() || year.isEmpty()
            ? Optional.empty()
            : Field.date(year.getAsInt(), month.getAsInt(), day.getAsInt());
    return new Zda(Field.time(s.field(0)), date);
  }

  private static Optional<Place> place(Sentence s, int at) {
    return Place.of(
        Field.angle(s.field(at), s.field(at + 1), 90),
        Field.angle(s.field(at + 2), s.field(at + 3), 180));
  }

  /** A length and its unit, which is always M. */
  private static OptionalDouble metres(Sentence s, int at) {
    return s.field(at + 1).equals("M") ? Field.number(s.field(at)) : OptionalDouble.empty();
  }
}
