package org.fieldstation.sim.central;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How the central server was asked to run.
 *
 * @param words what is not an option, in order
 * @param kafka brokers of a stream between several machines
 * @param redis where several fronts remember who is registered
 * @param role which of the machines this is
 */
record CentralOptions(List<String> words, Optional<String> kafka, Optional<URI> redis, Role role) {

  /** A machine's part in a server of several. */
  enum Role {
    /** All of it. */
    WHOLE,
    /** Stations see it; it stores nothing. */
    FRONT,
    /** It stores, and no station sees it. */
    FILER
  }

  static CentralOptions read(List<String> args) {
    var words = new ArrayList<String>();
    var kafka = Optional.<String>empty();
    var redis = Optional.<URI>empty();
    var role = Role.WHOLE;
    for (var rest = args.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      switch (word) {
        case "--kafka" -> kafka = Optional.of(after(word, rest));
        case "--redis" -> redis = Optional.of(URI.create(after(word, rest)));
        case "--front" -> role = Role.FRONT;
        case "--filer" -> role = Role.FILER;
        default -> {
          if (word.startsWith("--")) {
            throw new IllegalArgumentException("no option is called " + word);
          }
          words.add(word);
        }
      }
    }
    if ((role != Role.WHOLE || redis.isPresent()) && kafka.isEmpty()) {
      throw new IllegalArgumentException("a machine of several needs --kafka HOST:PORT");
    }
    return new CentralOptions(List.copyOf(words), kafka, redis, role);
  }

  private static String after(String word, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(word + " needs a value");
    }
    return rest.next();
  }
}
