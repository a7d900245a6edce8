package org.fieldstation.station.classify;

import java.io.IOException;
import java.util.Optional;

/** A format in which findings leave for people's tools. One for each output; may count. */
public interface Export {

  /** What a format has a place for. */
  enum Takes {
    RECORDINGS,
    PICTURES,
    BOTH
  }

  /** What this one has a place for. */
  default Takes takes() {
    return Takes.BOTH;
  }

  /** What comes before the first file. */
  default void begin(Appendable out) throws IOException {}

  /** What one file adds. Files come in order. */
  void add(FileFindings findings, Appendable out) throws IOException;

  /** What the format asks of a file and the file does not say, in a line; mostly nothing. */
  default Optional<String> lacking(FileFindings findings) {
    return Optional.empty();
  }
}
