package org.fieldstation.station.contact;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fieldstation.drivers.Trigger;

/** All motion detectors of a station as one trigger, for the camera. */
public final class Motions implements Trigger {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "motion";
  }

  @Override
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** A detector saw something. */
  public void take(Change change) {
    if (change.active()) {
      listeners.forEach(it -> it.fired(change.nanos()));
    }
  }
}
