package org.fieldstation.station.link;

import java.util.Optional;

/** Knows by which network interface the world is reached now. */
@FunctionalInterface
public interface Route {

  /** The operating system's name of that interface; empty when there is none. */
  Optional<String> networkInterface();
}
