package org.fieldstation.station.software;

import java.util.Locale;

/**
 * How a package stands, as object 9 numbers it. It is on disk before anything follows from it.
 *
 * @param uri the signed bundle that somebody wants; empty when nobody does
 * @param by who wants it
 * @param folder where it was put together; empty before that
 * @param name what it is called once it is installed
 * @param reason why it ended so, as a stable word or one line
 * @param wish what is to be done with it next
 */
public record Standing(
    State state,
    Result result,
    String uri,
    String by,
    String folder,
    String name,
    String version,
    String reason,
    Wish wish) {

  /** Update State of object 9. */
  public enum State {
    INITIAL(0),
    DOWNLOAD_STARTED(1),
    DOWNLOADED(2),
    DELIVERED(3),
    INSTALLED(4);

    private final int lwm2m;

    State(int lwm2m) {
      this.lwm2m = lwm2m;
    }

    /** The number that object 9 has for it. */
    public int lwm2m() {
      return lwm2m;
    }
  }

  /** Update Result of object 9. */
  public enum Result {
    NONE(0),
    DOWNLOADING(1),
    INSTALLED(2),
    VERIFIED(3),
    NO_SPACE(50),
    LINK_LOST(52),
    BAD_INTEGRITY(53),
    WRONG_KIND(54),
    INVALID_URI(56),
    INSTALLATION_FAILED(58),
    UNINSTALLATION_FAILED(59);

    private final int lwm2m;

    Result(int lwm2m) {
      this.lwm2m = lwm2m;
    }

    public int lwm2m() {
      return lwm2m;
    }
  }

  /** What somebody asked for and is not done yet. */
  public enum Wish {
    NOTHING,
    INSTALL,
    ACTIVATE,
    DEACTIVATE,
    UNINSTALL
  }

  static final Standing FIRST =
      new Standing(State.INITIAL, Result.NONE, "", "", "", "", "", "", Wish.NOTHING);

  static Standing wanted(String uri, String by) {
    return new Standing(
        State.DOWNLOAD_STARTED, Result.DOWNLOADING, uri, by, "", "", "", "", Wish.NOTHING);
  }

  Standing to(State next, Result how) {
    return new Standing(next, how, uri, by, folder, name, version, "", Wish.NOTHING);
  }

  Standing failed(State stays, Result how, String why) {
    return new Standing(stays, how, uri, by, folder, name, version, why, Wish.NOTHING);
  }

  Standing in(String place, String itsVersion) {
    return new Standing(state, result, uri, by, place, name, itsVersion, reason, wish);
  }

  Standing named(String newName) {
    return new Standing(state, result, uri, by, folder, newName, version, reason, wish);
  }

  Standing wishing(Wish next, String who) {
    return new Standing(state, result, uri, who, folder, name, version, reason, next);
  }

  /** For people: {@code installed birds-1.2.0}. */
  @Override
  public String toString() {
    return (state + " " + name + " " + reason).toLowerCase(Locale.ROOT).strip();
  }
}
