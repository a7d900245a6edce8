package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server to deliver to.
 *
 * @param name what this station calls the server
 * @param uri for instance {@code coaps://central.example:5684}
 * @param identity the pre-shared key's identity
 * @param keyFile file with the pre-shared key in hex, readable by its owner only; relative to the
 *     configuration file
 * @param answerS seconds to wait for an answer or a receipt before it counts as lost
 * @param retryS the longest pause, in seconds, before another try to register
 */
public record CentralSettings(
    String name,
    String uri,
    String identity,
    Path keyFile,
    Optional<Integer> answerS,
    Optional<Integer> retryS) {
  public CentralSettings {
    if (answerS.orElse(1) < 1 || retryS.orElse(1) < 1) {
      throw new IllegalArgumentException("answer-s and retry-s must be at least 1");
    }
  }
}
