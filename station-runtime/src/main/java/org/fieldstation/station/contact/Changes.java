package org.fieldstation.station.contact;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Stream;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.EdgeInput;

/**
 * What a contact does from now on, its present state first: a lid that was opened while the station
 * was off is open now. Once a minute it is asked how it stands, so that an edge that got lost is
 * noticed; so are those that found no room among a thousand that wait.
 */
public final class Changes {
  private static final int ROOM = 1_000;
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final EdgeInput input;
  private final Signal bell;
  private final ArrayBlockingQueue<Change> waiting = new ArrayBlockingQueue<>(ROOM);
  private final TimeKeeper time;
  private boolean first = true;
  private boolean known;

  private Changes(EdgeInput input, TimeKeeper time) {
    this.input = input;
    this.time = time;
    this.bell = time.signal();
  }

  /** Begins to listen. */
  public static Changes of(EdgeInput input, TimeKeeper time) {
    var changes = new Changes(input, time);
    changes.offer(new Change(input.active(), time.nanos()));
    input.listen(
        new EdgeInput.Listener() {
          @Override
          public void edge(long nanos, long sequence) {
            changes.offer(new Change(true, nanos));
          }

          @Override
          public void released(long nanos, long sequence) {
            changes.offer(new Change(false, nanos));
          }
        });
    return changes;
  }

  /** Every change, for ever; two in a row are never the same. */
  public Stream<Change> stream() {
    return Stream.generate(this::next);
  }

  private void offer(Change change) {
    if (waiting.offer(change)) {
      bell.ring();
    }
  }

  private Change next() {
    try {
      while (true) {
        var change = waiting.poll();
        if (change == null) {
          bell.await(LOOK);
          var told = waiting.poll();
          change = told == null ? new Change(input.active(), time.nanos()) : told;
        }
        if (first || change.active() != known) {
          first = false;
          known = change.active();
          return change;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DeviceException(
          DeviceException.Code.CLOSED, input.name() + " was stopped", stopped);
    }
  }
}
