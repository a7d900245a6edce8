package org.fieldstation.drivers.gnss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.gnss.TimeOffer.Refused;
import org.fieldstation.drivers.gnss.TimeOffer.Trusted;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.SerialLine;
import org.junit.jupiter.api.Test;

/** A receiver that says one thing each second. */
final class GnssReceiverTest {
  private static final Instant NOT_BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  private static final String HERE = "2712.000,N,10012.000,E";

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private String date = "040726";
  private String status = "A";
  private int second;
  private String also = "";

  @Test
  void aClockIsSetOnlyAfterTheTimeHasRunEvenlyWithAFix() throws InterruptedException {
    var receiver = opened();
    for (int i = 0; i < 3; i++) {
      assertThat(receiver.read().time().orElseThrow()).isInstanceOf(Refused.class);
    }
    var offer = receiver.read().time().orElseThrow();
    assertThat(offer).isEqualTo(new Trusted(Instant.parse("2026-07-04T12:00:05Z"), time.nanos()));
    assertThat(receiver.read().fix().orElseThrow().latitude()).isEqualTo(27.2);
  }

  /** Without a fix the receiver counts on from whatever its memory held. */
  @Test
  void withoutAFixNoClockIsEverSet() throws InterruptedException {
    status = "V";
    var receiver = opened();
    for (int i = 0; i < 60; i++) {
      var position = receiver.read();
      assertThat(position.fix()).isEmpty();
      assertThat(position.time().orElseThrow()).isInstanceOf(Refused.class);
    }
  }

  /** 1024 weeks before 4 July 2026, with a fix and all else in order. */
  @Test
  void aReceiverThatLivesBeforeTheRolloverNeverSetsAClock() throws InterruptedException {
    date = "181106";
    var receiver = opened();
    for (int i = 0; i < 60; i++) {
      var offer = (Refused) receiver.read().time().orElseThrow();
      assertThat(offer.reason()).contains("1024 weeks");
    }
  }

  @Test
  void twoSentencesThatDisagreeAboutTheDateSetNoClock() throws InterruptedException {
    also = Talk.sentence("GPZDA,120000,03,08,2026,00,00") + "\r\n";
    var receiver = opened();
    for (int i = 0; i < 20; i++) {
      assertThat(receiver.read().time().orElseThrow()).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aTimeThatJumpsHasToRunEvenlyAgain() throws InterruptedException {
    var receiver = opened();
    for (int i = 0; i < 10; i++) {
      receiver.read();
    }
    second += 20;
    for (int i = 0; i < 4; i++) {
      assertThat(receiver.read().time().orElseThrow()).isInstanceOf(Refused.class);
    }
    assertThat(receiver.read().time().orElseThrow()).isInstanceOf(Trusted.class);
  }

  @Test
  void aReceiverThatFallsSilentHasNoFixAnyMore() throws InterruptedException {
    var receiver = opened();
    assertThat(receiver.read().fix()).isPresent();
    status = "";
    receiver.read();
    time.sleep(Duration.ofSeconds(5));
    var position = receiver.read();
    assertThat(position.fix()).isEmpty();
    assertThat(position.time()).isEmpty();
  }

  @Test
  void aLineOfSomethingElseIsNoReceiver() {
    status = "";
    also = "\u0001\u0002 login: ";
    assertThatThrownBy(this::opened)
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.code()).isEqualTo(DeviceException.Code.ABSENT));
  }

  private GnssReceiver opened() throws InterruptedException {
    return GnssReceiver.open(new Speaking(), time, NOT_BEFORE);
  }

  private final class Speaking implements SerialLine {
    @Override
    public String name() {
      return "tty";
    }

    @Override
    public int read(byte[] into, Duration atMost) throws InterruptedException {
      time.sleep(Duration.ofSeconds(1));
      second++;
      var said = also;
      if (!status.isEmpty()) {
        var body = "GNRMC,1200%02d,%s,%s,0,0,%s,,".formatted(second, status, HERE, date);
        said += Talk.sentence(body) + "\r\n";
      }
      var bytes = said.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(bytes, 0, into, 0, bytes.length);
      return bytes.length;
    }

    @Override
    public void write(byte... bytes) {
      throw new AssertionError("a receiver is only listened to");
    }
  }
}
