package org.fieldstation.drivers.alsa;

import java.util.Optional;

/** One simple control of a sound card's mixer. */
interface MixerControl {

  /** What the card calls it, for instance {@code Mic}. */
  String name();

  /** The gains of recording it can be set to; empty when it does not say them in decibels. */
  Optional<Range> gains();

  /** Sets the gain of recording on all channels and lets sound through. Returns what it took. */
  double gain(double decibels);

  /** Switches it off, where it is a switch. */
  void off();

  /** From the least to the most, in decibels. */
  record Range(double least, double most) {
    boolean holds(double decibels) {
      return decibels >= least && decibels <= most;
    }
  }
}
