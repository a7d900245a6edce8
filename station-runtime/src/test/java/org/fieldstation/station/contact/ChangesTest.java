package org.fieldstation.station.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.EdgeInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
  private final Pin pin = new Pin();
  private final List<Change> seen = new ArrayList<>();

  @BeforeEach
  void listen() throws InterruptedException {
    pin.active = true;
    var changes = Changes.of(pin, time);
    time.start(
        "contact",
        () -> {
          try {
            changes.stream().forEach(seen::add);
          } catch (DeviceException closed) {
            assertThat(closed.code()).isEqualTo(DeviceException.Code.CLOSED);
          }
        });
    time.sleep(Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() throws InterruptedException {
    time.stopAll();
  }

  @Test
  void howItStandsAtTheStartIsTheFirstThingSaid() {
    assertThat(seen).containsExactly(new Change(true, 0));
  }

  @Test
  void anOpeningIsSaidAtOnceWithTheTimeOfItsEdge() throws InterruptedException {
    pin.become(false, time.nanos());
    time.sleep(Duration.ofMillis(1));

    assertThat(seen).hasSize(2).last().isEqualTo(new Change(false, 1_000_000_000L));
  }

  @Test
  void theSameStateTwiceIsSaidOnce() throws InterruptedException {
    pin.become(true, time.nanos());
    pin.become(true, time.nanos());
    time.sleep(Duration.ofMillis(1));

    assertThat(seen).hasSize(1);
  }

  @Test
  void anEdgeThatGotLostIsNoticedWithinAMinute() throws InterruptedException {
    pin.active = false;
    time.sleep(Duration.ofSeconds(61));

    assertThat(seen).hasSize(2);
    assertThat(seen.getLast().active()).isFalse();
  }

  private static final class Pin implements EdgeInput {
    private boolean active;
    private Listener listener = (_, _) -> {};

    @Override
    public String name() {
      return "gpio17";
    }

    @Override
    public boolean active() {
      return active;
    }

    @Override
    public void listen(Listener it) {
      listener = it;
    }

    void become(boolean now, long nanos) {
      active = now;
      if (now) {
        listener.edge(nanos, 1);
      } else {
        listener.released(nanos, 1);
      }
    }
  }
}
