package org.fieldstation.station.deliver.lwm2m;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxLaneTest {
  private final Written written =
      new Written() {
        @Override
        public String epoch() {
          return "e1";
        }

        @Override
        public long last(Lane lane) {
          return lane == Lane.DATA ? 10 : 0;
        }
      };
  private final OutboxLane lane = new OutboxLane(Lane.DATA, written, Pull.NOTHING, () -> {});

  @Test
  void theReceiptThatSaysMostCounts() {
    lane.offer(new byte[0]);
    assertThat(lane.accept("e1:7")).isNull();
    assertThat(lane.accept("e1:5")).as("late").isNull();
    assertThat(lane.best()).isEqualTo(new Receipt("e1", Lane.DATA, 7));
  }

  @Test
  void aReceiptFromBeforeTheOfferDoesNotCount() {
    lane.accept("e1:7");
    lane.offer(new byte[0]);
    assertThat(lane.best()).isNull();
  }

  @Test
  void everythingWrittenMayBeAcknowledgedEvenWhatThisProcessNeverSent() {
    lane.offer(new byte[0]);
    assertThat(lane.accept("e1:10")).isNull();
    assertThat(lane.best()).isEqualTo(new Receipt("e1", Lane.DATA, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "e1",
        "e1:",
        "e1:-1",
        "e1: 5",
        "e1:5 ",
        "5",
        "e2:5",
        "E1:5",
        "e1:11",
        "e1:9223372036854775807",
        "e1:99999999999999999999",
        "e1:５",
        "e1:e1:5"
      })
  void aReceiptThatCannotBeTrueIsRefused(String text) {
    lane.offer(new byte[0]);
    assertThat(lane.accept(text)).isNotNull();
    assertThat(lane.best()).isNull();
  }
}
