package org.fieldstation.station.software;

import java.nio.file.Path;

/** What becomes of a bundle of one kind that was brought. */
public interface Installer {

  /** What a server sees before anything is installed, for instance {@code model bird}. */
  String title();

  /** What the signers call this kind of bundle. */
  String kind();

  /**
   * Tries all that can be tried and puts it beside what is in use; what is in use stays.
   *
   * @return what it is called from now on
   * @throws RefusedException when it fails
   */
  String install(Path folder, String by);

  /** Takes it into use. */
  void activate(String name, String by);

  /** Takes it out of use: what was before returns. */
  void deactivate(String name, String by);

  /** Removes it. */
  void uninstall(String name);

  boolean isActive(String name);

  /** A bundle that was signed and is of no use all the same; the message says why in one line. */
  final class RefusedException extends RuntimeException {
    public RefusedException(String why) {
      super(why);
    }
  }
}
