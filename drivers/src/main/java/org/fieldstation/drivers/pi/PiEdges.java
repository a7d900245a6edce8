package org.fieldstation.drivers.pi;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.EdgeInput;
import org.fieldstation.drivers.wires.Level;
import org.jspecify.annotations.Nullable;

/** A Pi4J input as a contact. */
final class PiEdges implements EdgeInput {
  private final String name;
  private final DigitalInput input;
  private final Contact contact;
  private volatile @Nullable Listener listener;

  // Only the input's own thread uses these.
  private long lastSequence;
  private boolean lastActive;
  private long count;

  PiEdges(String name, DigitalInput input, Contact contact) {
    this.name = name;
    this.input = input;
    this.contact = contact;
    input.addListener(this::changed);
  }

  Contact contact() {
    return contact;
  }

  DigitalInput input() {
    return input;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean active() {
    return active(Trouble.told(name, input::state));
  }

  private boolean active(DigitalState state) {
    return state.isHigh() == (contact.active() == Level.HIGH);
  }

  @Override
  public void listen(Listener told) {
    listener = told;
  }

  private void changed(@SuppressWarnings("rawtypes") DigitalStateChangeEvent event) {
    if (event instanceof Edge edge) {
      edge(active(edge.state()), edge.nanos(), edge.sequence());
    }
  }

  /**
   * The kernel counts edges of both kinds, a listener only those that begin something. Lost ones
   * came in turns, so from what was before and after them it follows how many of them did.
   */
  private void edge(boolean active, long nanos, long sequence) {
    long lost = Math.max(0, sequence - lastSequence - 1);
    boolean firstLostIsActive = !lastActive;
    count += firstLostIsActive ? (lost + 1) / 2 : lost / 2;
    lastSequence = sequence;
    lastActive = active;
    if (active) {
      count++;
    }
    var told = listener;
    if (told == null) {
      return;
    }
    if (active) {
      told.edge(nanos, count);
    } else if (contact.released()) {
      told.released(nanos, count);
    }
  }
}
