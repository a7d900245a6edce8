package org.fieldstation.sim.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.EdgeInput;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Pull;
import org.fieldstation.sim.pi.SimBoard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pins and buses through Pi4J, on a virtual board. */
final class PiWiringTest {
  private static final Place.Pin PIN = new Place.Pin(null, 17);

  private final VirtualBoard board = new VirtualBoard(new VirtualTime(Instant.EPOCH));
  private final PiWiring wiring = new PiWiring(new SimBoard(board));

  @AfterEach
  void close() {
    wiring.close();
    wiring.close();
  }

  @Test
  void whoAsksTwiceGetsTheSameWires() {
    var at = new Place.I2c(1, 0x76);
    assertThat(wiring.i2c(at)).isSameAs(wiring.i2c(at));
    assertThat(wiring.edges(PIN, Contact.COUNTED)).isSameAs(wiring.edges(PIN, Contact.COUNTED));
    assertThat(wiring.i2c(new Place.I2c(3, 0x76))).isNotSameAs(wiring.i2c(at));
  }

  @Test
  void aContactThatIsWiredInAnotherWayIsOpenedAnew() {
    var before = wiring.edges(PIN, Contact.COUNTED);
    assertThat(before.active()).isFalse(); // pulled up, and closed is low
    var settling = new Contact(Level.HIGH, Pull.UP, Duration.ofMillis(20), true);
    assertThat(wiring.edges(PIN, settling).active()).isTrue();
  }

  @Test
  void aPinIsOneThingAtATime() {
    wiring.edges(PIN, Contact.COUNTED);
    assertThatThrownBy(() -> wiring.output(PIN, Level.HIGH, false))
        .isInstanceOfSatisfying(
            DeviceException.class,
            it -> assertThat(it.code()).isEqualTo(DeviceException.Code.REFUSED))
        .hasMessageContaining("gpio17 is in use as something else");
  }

  @Test
  void edgesComeInOrderWithBothKindsNumberedByClosings() {
    var told = new ArrayList<String>();
    wiring
        .edges(PIN, Contact.PRESSED)
        .listen(
            new EdgeInput.Listener() {
              @Override
              public void edge(long nanos, long sequence) {
                told.add("pressed " + nanos + " " + sequence);
              }

              @Override
              public void released(long nanos, long sequence) {
                told.add("released " + nanos + " " + sequence);
              }
            });
    var pin = board.pin(17);
    pin.drive(false, 10);
    pin.drive(true, 20);
    pin.lose(4); // two presses nobody had room for
    pin.drive(false, 30);
    assertThat(told).isEqualTo(List.of("pressed 10 1", "released 20 1", "pressed 30 4"));
  }

  @Test
  void aDetectorsLineRestsLow() {
    assertThat(wiring.edges(PIN, Contact.DETECTOR).active()).isFalse();
    board.pin(17).drive(true);
    assertThat(wiring.edges(PIN, Contact.DETECTOR).active()).isTrue();
  }

  @Test
  void anOutputBeginsAsItIsToldAndSwitches() {
    var led = wiring.output(PIN, Level.LOW, false);
    assertThat(board.pin(17).high()).isTrue();
    led.set(true);
    assertThat(board.pin(17).high()).isFalse();
    assertThat(led.on()).isTrue();
  }

  @Test
  void aPwmIsOffUntilItIsSetAndOffWhenTheBoardIsClosed() {
    var light = wiring.pwm(new Place.Pwm(null, 0), 200);
    assertThat(board.pwm(0).duty()).isZero();
    light.duty(0.25);
    assertThat(board.pwm(0).duty()).isEqualTo(0.25);
    assertThatThrownBy(() -> light.duty(1.1)).isInstanceOf(IllegalArgumentException.class);
    wiring.close();
    assertThat(board.pwm(0).duty()).isZero();
  }

  @Test
  void anSpiChipAnswersByteForByte() {
    var at = new Place.Spi(0, 1);
    board.plug(
        at,
        out -> {
          var in = out.clone();
          in[in.length - 1] = 42;
          return in;
        });
    var spi = wiring.spi(at, 1_000_000, 0);
    assertThat(spi.exchange((byte) 1, (byte) 0)).containsExactly(1, 42);
    assertThat(spi.name()).isEqualTo("spi0.1");
  }

  /** Pi4J has no name for it, and answers with a null. */
  @Test
  void anSpiBusThatPi4jHasNoNameForIsRefusedInWords() {
    assertThatThrownBy(() -> wiring.spi(new Place.Spi(7, 0), 1_000_000, 0))
        .isInstanceOfSatisfying(
            DeviceException.class,
            it -> assertThat(it.code()).isEqualTo(DeviceException.Code.UNSUPPORTED))
        .hasMessageContaining("spi7.0");
  }

  @Test
  void nobodyAtAnAddressIsALoss() {
    assertThatThrownBy(() -> wiring.i2c(new Place.I2c(1, 0x55)).read(1))
        .isInstanceOfSatisfying(
            DeviceException.class, it -> assertThat(it.code()).isEqualTo(DeviceException.Code.LOST))
        .hasMessageContaining("i2c-1/0x55")
        .hasMessageContaining("nobody answers");
  }

  @Test
  void aClosedBoardOpensNothing() {
    wiring.close();
    assertThatThrownBy(() -> wiring.i2c(new Place.I2c(1, 0x76)))
        .isInstanceOfSatisfying(
            DeviceException.class,
            it -> assertThat(it.code()).isEqualTo(DeviceException.Code.CLOSED));
  }
}
