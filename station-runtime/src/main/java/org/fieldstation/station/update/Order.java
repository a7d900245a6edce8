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
    BACK
  }

  public Order {
    wishes = Set.copyOf(wishes);
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
