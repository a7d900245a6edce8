package org.fieldstation.ota.trust;

import java.util.Locale;
import org.fieldstation.ota.trust.TrustException.Code;

/** The four who sign (§2.1), and the most bytes each may send before anything of it is known. */
public enum Role {
  ROOT(256 << 10),
  TIMESTAMP(16 << 10),
  SNAPSHOT(256 << 10),
  TARGETS(4 << 20);

  private final int mostBytes;

  Role(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  public int mostBytes() {
    return mostBytes;
  }

  /** As metadata writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String file() {
    return word() + ".json";
  }

  /** Its name where every version stays beside the others (§6.2). */
  public String file(long version) {
    return version + "." + file();
  }

  static Role of(String word) {
    for (var role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new TrustException(Code.UNKNOWN_ROLE, "there is no role '" + word + "'");
  }
}
