package org.fieldstation.ota.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.TrustException.Code;

/** What every role's metadata begins with (§4.3 to §4.6). */
record Header(Role role, long version, Instant expires) {

  /** The farthest expiry believed: beyond it lies a slip of the keyboard. */
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  static Header read(Role expected, Fields signed) {
    var role = Role.of(signed.text("_type"));
    if (role != expected) {
      throw new TrustException(
          Code.WRONG_ROLE, "%s came as %s".formatted(role.word(), expected.word()));
    }
    if (!signed.text("spec_version").matches("1\\.\\d{1,4}(\\.\\d{1,4})?")) {
      throw new JsonException("a specification other than 1.x");
    }
    var version = signed.whole("version");
    if (version < 1 || version > Integer.MAX_VALUE) {
      throw new JsonException("version " + version);
    }
    return new Header(role, version, instant(signed.text("expires")));
  }

  static Function<Fields, Header> reader(Role expected) {
    return signed -> read(expected, signed);
  }

  static Instant instant(String text) {
    try {
      var instant = Instant.parse(text);
      if (text.length() == 20 && instant.isBefore(LAST)) {
        return instant;
      }
    } catch (DateTimeException _) {
      // said below
    }
    throw new JsonException("no time: " + text);
  }

  void mustBeFresh(Instant now) {
    if (!now.isBefore(expires)) {
      throw new TrustException(Code.EXPIRED, "%s expired at %s".formatted(role.word(), expires));
    }
  }

  /** That version or newer; never an older one. */
  void mustNotGoBack(long known) {
    if (version < known) {
      throw new TrustException(
          Code.ROLLBACK, "%s %d after %d".formatted(role.word(), version, known));
    }
  }
}
