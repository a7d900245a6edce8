package org.fieldstation.station.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.look.Burst;
import org.fieldstation.station.look.Look;
import org.fieldstation.station.look.Movement;
import org.fieldstation.station.look.Named;
import org.fieldstation.station.look.Outcome;
import org.fieldstation.station.look.People;
import org.fieldstation.station.look.Sighting;
import org.fieldstation.station.media.Kept;
import org.fieldstation.station.media.Medium;

/** Parcels that other readers can be tested with: what is in NAME.hex beside this class. */
final class Vectors {
  private static final Stamp STAMP = new Stamp(3, 61_000, 1_780_000_000_000L, TimeSource.GNSS, 1);
  private static final Stamp UNSET = new Stamp(4, 5, 5, TimeSource.NONE, 0);

  private static final Moment MOMENT =
      new Moment(
          Instant.ofEpochMilli(1_780_000_000_000L),
          TimeSource.GNSS,
          Duration.ofMillis(1),
          Duration.ofMillis(61_000));
  private static final Moment LATER = MOMENT.plus(Duration.ofMillis(1_500));

  private Vectors() {}

  static Map<String, Parcel> all() {
    var all = new LinkedHashMap<String, Parcel>();
    all.put("fault", of(Lane.URGENT, whole()));
    all.put(
        "mixed",
        new Parcel(
            "ailaoshan-007",
            "00ff00ff00ff00ff",
            Lane.DATA,
            List.of(
                new Tombstone(4, 9, "retention"),
                detection(10),
                new Entry(11, Kind.EFFORT, UNSET, new byte[0]))));
    all.put("event", of(Lane.DATA, event()));
    all.put("medium", of(Lane.MEDIA, medium()));
    all.put("day", Detections.day(40, 1));
    return all;
  }

  private static Parcel of(Lane lane, Entry entry) {
    return new Parcel("ailaoshan-007", "00ff00ff00ff00ff", lane, List.of(entry));
  }

  private static Entry whole() {
    return new Entry(1, Kind.FAULT, STAMP, Bodies.fault("sound", "device-lost", "gone"));
  }

  private static Entry event() {
    var muntjac = Detections.label("muntjac", "Muntiacus vaginalis");
    var look = new Look(new Frame(7, LATER, "image/jpeg", new byte[0]), Movement.NONE, "", 100);
    var sighting =
        new Sighting(
            new Burst("motion", MOMENT, List.of(look)),
            Outcome.ANIMAL,
            Optional.of(new Named(muntjac, 0.81f, 0.5f)),
            2,
            People.NONE,
            List.of());
    var kept = new Kept(sighting, List.of(original()));
    return new Entry(
        1, Kind.EVENT, STAMP, PictureBodies.event("camera", List.of(new byte[8]), kept));
  }

  private static Entry medium() {
    var copy = new Medium("ab".repeat(32), "image/jpeg", 20_000, false, LATER, "cd".repeat(32));
    return new Entry(1, Kind.MEDIUM, STAMP, PictureBodies.medium(MOMENT, copy));
  }

  private static Medium original() {
    return new Medium("cd".repeat(32), "image/jpeg", 400_000, true, MOMENT, "");
  }

  private static Entry detection(long seq) {
    var owl = Detections.heard(Detections.label("owl", "Strix uralensis"), 0.93f, 0.5f);
    return new Entry(seq, Kind.DETECTION, STAMP, Bodies.detection(new byte[8], owl));
  }

  static byte[] bytes(String name) throws IOException {
    try (InputStream hex = Vectors.class.getResourceAsStream(name + ".hex")) {
      if (hex == null) {
        throw new IOException(name + ".hex is missing");
      }
      return HexFormat.of()
          .parseHex(new String(hex.readAllBytes(), StandardCharsets.US_ASCII).strip());
    }
  }
}
