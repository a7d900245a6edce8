package org.fieldstation.drivers.gnss;

import java.util.Optional;

/**
 * Cuts a stream of bytes into sentences, however they are split, and whatever else is on the line:
 * other protocols, noise, a line of a megabyte. Its memory is one sentence.
 */
final class Lines {
  private final StringBuilder line = new StringBuilder(Sentence.MOST_CHARACTERS);
  private boolean within;
  private long refused;

  /** The sentence that ends with this byte. */
  Optional<Sentence> take(byte next) {
    if (next == '$') {
      begin();
      return Optional.empty();
    }
    if (!within) {
      return Optional.empty();
    }
    if (next == '\r' || next == '\n') {
      within = false;
      var sentence = Sentence.parse(line.toString());
      if (sentence.isEmpty()) {
        refused++;
      }
      return sentence;
    }
    if (next < ' ' || next > '~' || line.length() == Sentence.MOST_CHARACTERS) {
      within = false;
      refused++;
    } else {
      line.append((char) next);
    }
    return Optional.empty();
  }

  /** How often something began like a sentence and was none that could be used. */
  long refused() {
    return refused;
  }

  private void begin() {
    if (within) {
      refused++;
    }
    within = true;
    line.setLength(0);
    line.append('$');
  }
}
