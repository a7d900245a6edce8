package org.fieldstation.station.deliver.lwm2m;

import java.util.Arrays;
import java.util.List;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.journal.Lane;

/** The counters of all lanes. */
final class Outbox {
  private final List<OutboxLane> lanes;

  /**
   * @param news called by any thread when a receipt has come
   */
  Outbox(Written written, Pull pull, Runnable news) {
    lanes =
        Arrays.stream(Lane.values())
            .map(lane -> new OutboxLane(lane, written, pull, news))
            .toList();
  }

  OutboxLane of(Lane lane) {
    return lanes.stream().filter(counter -> counter.lane() == lane).findAny().orElseThrow();
  }

  List<OutboxLane> lanes() {
    return lanes;
  }
}
