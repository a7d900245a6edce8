package org.fieldstation.station.update;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody wants of an update. It stays on disk until they know how it ended.
 *
 * @param release the name of a signed release; empty when only the way back is wanted
 * @param from where it lies: a folder, or an address
 * @param by who wants it, for the records: a server's name, or {@code technician}
 */
public record Order(String release, String from, String by, Set<Wish> wishes) {

  /** What was said since about the same update. */
  public enum Wish {
    /** Leave to restart into it. */
    GO,
    /** Call it off, while that can be done. */
    WITHDRAW,
    /** A person at the mast vouches for it: contact with a server is not waited for. */
    CONFIRM,
    /** Back to the release before. */
    BACK,
    /** Nobody wants to hear how it ends. */
    FORGET
  }

  public Order {
    wishes = Set.copyOf(wishes);
  }

  /** Where releases lie in a repository. */
  private static final String TARGETS = "/targets/";

  /**
   * A release by one address, {@code REPOSITORY/targets/NAME}. One that is not so is an order too:
   * it will be refused, and whoever gave it is told.
   */
  public static Order ofUri(String uri, String by) {
    int at = uri.lastIndexOf(TARGETS);
    return at < 0 || !uri.contains("://") // a folder is for people at the mast
        ? new Order(uri, "", by, Set.of())
        : new Order(uri.substring(at + TARGETS.length()), uri.substring(0, at), by, Set.of());
  }

  /** The same address again. */
  public String uri() {
    return from.isEmpty() ? release : from + TARGETS + release;
  }

  /** The same order, and this too. */
  public Order and(Wish wish) {
    var more = EnumSet.of(wish);
    more.addAll(wishes);
    return new Order(release, from, by, more);
  }

  boolean has(Wish wish) {
    return wishes.contains(wish);
  }
}
