package org.fieldstation.station.deliver.lwm2m;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Response;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt in an answer is believed as little as one that is written. */
class AnsweredReceiptsTest {
  private final Written written =
      new Written() {
        @Override
        public String epoch() {
          return "e1";
        }

        @Override
        public long last(Lane lane) {
          return 10;
        }
      };
  private final Outbox outbox = new Outbox(written, Pull.NOTHING, () -> {});
  private final AnsweredReceipts answers = new AnsweredReceipts(outbox.lanes());

  @Test
  void theReceiptReachesItsLaneAndNoOther() {
    answers.accept(answer(ResponseCode.CHANGED, "1:e1:7"));
    assertThat(outbox.of(Lane.DATA).best()).isEqualTo(new Receipt("e1", Lane.DATA, 7));
    assertThat(outbox.of(Lane.URGENT).best()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:e1:11", "1:e2:7", "7:e1:7", "1:e1:-1", "1:e1:7x", "1:", ":", "\u0000"})
  void whatIsNoReceiptOfOursMovesNothing(String said) {
    answers.accept(answer(ResponseCode.CHANGED, said));
    assertThat(outbox.lanes()).allMatch(lane -> lane.best() == null);
  }

  @Test
  void anAnswerThatIsANoHoldsNoReceipt() {
    answers.accept(answer(ResponseCode.BAD_REQUEST, "1:e1:7"));
    assertThat(outbox.of(Lane.DATA).best()).isNull();
  }

  private static Response answer(ResponseCode code, String payload) {
    var answer = new Response(code);
    answer.setPayload(payload);
    return answer;
  }
}
