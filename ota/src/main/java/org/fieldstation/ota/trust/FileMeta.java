package org.fieldstation.ota.trust;

import java.util.Optional;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.Json.Whole;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.TrustException.Code;

/** What one role says about another's file (§4.4). Length and hash may be left out. */
record FileMeta(long version, Optional<Long> length, Optional<String> sha256) {

  static FileMeta read(Fields json) {
    var version = json.whole("version");
    var length = json.find("length").map(value -> value.as(Whole.class, "length").value());
    if (version < 1 || length.filter(bytes -> bytes < 1).isPresent()) {
      throw new JsonException("a version or length below one");
    }
    return new FileMeta(version, length, json.find("hashes").flatMap(FileMeta::hash));
  }

  private static Optional<String> hash(org.fieldstation.ota.json.Json hashes) {
    return hashes
        .as(Fields.class, "hashes")
        .find("sha256")
        .map(value -> value.as(Text.class, "sha256").value());
  }

  /** The most bytes to read of it. */
  int most(Role role) {
    return (int) Math.min(length.orElse((long) role.mostBytes()), role.mostBytes());
  }

  /** §5.5.2, §5.6.2. */
  void check(Role role, byte[] bytes) {
    if (length.isPresent() && length.get() != bytes.length) {
      throw new TrustException(Code.WRONG_HASH, role.word() + " has another length");
    }
    if (sha256.isPresent() && !sha256.get().equals(Sha256.of(bytes))) {
      throw new TrustException(Code.WRONG_HASH, role.word() + " has another hash");
    }
  }

  /** §5.5.4, §5.6.4. */
  void checkVersion(Header header) {
    if (header.version() != version) {
      throw new TrustException(
          Code.MIX_AND_MATCH,
          "%s %d where %d was announced"
              .formatted(header.role().word(), header.version(), version));
    }
  }
}
