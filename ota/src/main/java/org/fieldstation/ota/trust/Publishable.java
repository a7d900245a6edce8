package org.fieldstation.ota.trust;

import java.util.Map;

/** What a publisher asks before it shows metadata to stations: would they believe it? */
public final class Publishable {
  private Publishable() {}

  /** Refuses a file that does not have the signatures this root asks of that role. */
  public static void check(byte[] root, Role role, byte[] file) {
    Root.read(Envelope.read(root).signed()).verify(role, Envelope.read(file));
  }

  /** The same, of the role the file says it is of. */
  public static void check(byte[] root, byte[] file) {
    check(root, Role.of(Envelope.read(file).signed().text("_type")), file);
  }

  public static Map<String, Target> targets(byte[] file) {
    return Targets.read(Envelope.read(file).signed()).files();
  }
}
