package org.fieldstation.ota.trust;

import java.time.Instant;
import java.util.Optional;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Text;

/**
 * Which snapshot is the newest (§4.6), and, where our publisher made it, when it was signed: the
 * one proof of time a station without a clock gets.
 */
record Timestamp(Header header, FileMeta snapshot, Optional<Instant> issued) {
  static final String ISSUED = "x-issued";

  static Timestamp read(Fields signed) {
    return new Timestamp(
        Header.read(Role.TIMESTAMP, signed),
        FileMeta.read(signed.fields("meta").fields(Role.SNAPSHOT.file())),
        signed.find(ISSUED).map(at -> Header.instant(at.as(Text.class, ISSUED).value())));
  }

  /** §5.4.3. Of the same version, the known one stays. */
  Timestamp after(Timestamp known) {
    header.mustNotGoBack(known.header.version());
    if (header.version() == known.header.version()) {
      return known;
    }
    if (snapshot.version() < known.snapshot.version()) {
      throw new TrustException(TrustException.Code.ROLLBACK, "it announces an older snapshot");
    }
    return this;
  }
}
