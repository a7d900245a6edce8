package org.fieldstation.station.scan;

import java.util.OptionalInt;

/** Something that answered, and what it proved to be. */
public sealed interface Found {

  /** Where it is. */
  String at();

  /** What it is, in a word. */
  String what();

  /**
   * A chip that measures.
   *
   * @param proved whether it has shown that it is this chip, and not only that it answers
   */
  record Chip(String what, String at, boolean proved) implements Found {}

  /** A chip that knows the time. */
  record Clock(String at) implements Found {
    @Override
    public String what() {
      return "ds3231";
    }
  }

  /** A satellite receiver. */
  record Receiver(String at, OptionalInt baud) implements Found {
    @Override
    public String what() {
      return "gnss";
    }
  }

  /** A sound card that records. */
  record SoundCard(String at, String name) implements Found {
    @Override
    public String what() {
      return "microphone";
    }
  }
}
