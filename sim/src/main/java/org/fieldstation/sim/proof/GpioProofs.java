package org.fieldstation.sim.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.EdgeInput;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Pull;
import org.fieldstation.drivers.wires.Wiring;

/** Pins of gpio-sim, driven and watched through sysfs. */
record GpioProofs(Wiring wiring, TimeKeeper time) {
  private static final Path PLATFORM = Path.of("/sys/devices/platform");
  private static final int EDGES = 200;
  private static final int BURST = 8_000;
  private static final long HALF_A_WAVE = 250_000;
  private static final Duration SETTLED = Duration.ofMillis(500);

  List<Proof> all() {
    return List.of(
        new Proof("gpio-sim", "an output is what it was set to", this::output),
        new Proof("gpio-sim", "every edge is told, 5 ms apart", () -> edges(Duration.ofMillis(5))),
        new Proof("gpio-sim", "a burst at 2 kHz loses nothing", this::burst),
        new Proof("gpio-sim", "a bounce is dropped by the kernel", this::debounce),
        new Proof("gpio-sim", "a line that is taken is refused in words", this::taken),
        new Proof("gpio-sim", "a chip that is not there is absent", this::absent));
  }

  private static Path line(int number) throws IOException {
    try (var tree = Files.walk(PLATFORM, 4)) {
      return tree.filter(it -> it.endsWith("sim_gpio" + number)).findFirst().orElseThrow();
    }
  }

  private String output() throws IOException {
    var value = line(17).resolve("value");
    var pin = wiring.output(new Place.Pin(null, 17), Level.HIGH, true);
    require(Files.readString(value).strip().equals("1"), "it begins low");
    pin.set(false);
    require(Files.readString(value).strip().equals("0"), "it stays high");
    pin.set(true);
    require(Files.readString(value).strip().equals("1"), "it stays low");
    return "high, low, high";
  }

  private record Told(boolean begins, long nanos, long sequence) {}

  private static List<Told> listen(EdgeInput input) {
    var told = Collections.synchronizedList(new ArrayList<Told>());
    input.listen(
        new EdgeInput.Listener() {
          @Override
          public void edge(long nanos, long sequence) {
            told.add(new Told(true, nanos, sequence));
          }

          @Override
          public void released(long nanos, long sequence) {
            told.add(new Told(false, nanos, sequence));
          }
        });
    return told;
  }

  /** Told, or known to be lost by the gap in their numbers: both count. */
  private String edges(Duration pause) throws IOException, InterruptedException {
    var pull = line(27).resolve("pull");
    Files.writeString(pull, "pull-up");
    var contact = new Contact(Level.LOW, Pull.UP, Duration.ZERO, true);
    var input = wiring.edges(new Place.Pin("pinctrl-bcm2711", 27), contact);
    var told = listen(input);
    time.sleep(SETTLED);
    told.clear();
    for (int i = 0; i < EDGES; i++) {
      Files.writeString(pull, i % 2 == 0 ? "pull-down" : "pull-up");
      time.sleep(pause);
    }
    time.sleep(SETTLED);
    var sequences = told.stream().filter(Told::begins).mapToLong(Told::sequence).toArray();
    long counted = sequences[sequences.length - 1] - sequences[0] + 1;
    require(told.size() == EDGES, told.size() + " of " + EDGES + " edges came");
    require(counted == EDGES / 2, counted + " closings were numbered");
    for (int i = 1; i < told.size(); i++) {
      require(told.get(i).nanos() >= told.get(i - 1).nanos(), "time ran back at edge " + i);
    }
    long age = time.nanos() - told.getLast().nanos();
    require(age > 0 && age < 60_000_000_000L, "edges are not on the station's clock: " + age);
    return EDGES + " of " + EDGES + " edges, in order, with the kernel's time";
  }

  /** 2 kHz has an edge every 250 µs, and may come in faster: sysfs takes what it takes. */
  private String burst() throws IOException, InterruptedException {
    var contact = new Contact(Level.LOW, Pull.UP, Duration.ZERO, true);
    try (var pull = FileChannel.open(line(22).resolve("pull"), StandardOpenOption.WRITE)) {
      var levels =
          List.of(
              ByteBuffer.wrap("pull-down".getBytes(US_ASCII)),
              ByteBuffer.wrap("pull-up".getBytes(US_ASCII)));
      pull.write(levels.getLast().rewind(), 0);
      var told = listen(wiring.edges(new Place.Pin(null, 22), contact));
      time.sleep(SETTLED);
      told.clear();
      long begun = time.nanos();
      for (int i = 0; i < BURST; i++) {
        while (time.nanos() - begun < i * HALF_A_WAVE) {
          Thread.onSpinWait();
        }
        pull.write(levels.get(i % 2).rewind(), 0);
      }
      long hertz = BURST / 2 * 1_000_000_000L / (time.nanos() - begun);
      time.sleep(SETTLED);
      require(told.size() == BURST, told.size() + " of " + BURST + " edges came");
      return "%d of %d edges, %d Hz".formatted(told.size(), BURST, hertz);
    }
  }

  private String debounce() throws IOException, InterruptedException {
    var pull = line(22).resolve("pull");
    Files.writeString(pull, "pull-up");
    var contact = new Contact(Level.LOW, Pull.UP, Duration.ofMillis(200), true);
    var told = listen(wiring.edges(new Place.Pin(null, 22), contact)); // opened anew for it
    time.sleep(SETTLED);
    told.clear();
    for (int press = 0; press < 3; press++) {
      for (int bounce = 0; bounce < 7; bounce++) {
        Files.writeString(pull, bounce % 2 == 0 ? "pull-down" : "pull-up");
        time.sleep(Duration.ofMillis(2));
      }
      time.sleep(Duration.ofSeconds(1));
      Files.writeString(pull, "pull-up");
      time.sleep(Duration.ofSeconds(1));
    }
    var levels = told.stream().map(it -> it.begins() ? "1" : "0").toList();
    require(levels.equals(List.of("1", "0", "1", "0", "1", "0")), "told was " + levels);
    return "3 presses of 7 bounces are 3 presses";
  }

  private String taken() throws IOException {
    var other =
        new org.fieldstation.drivers.pi.PiWiring(new org.fieldstation.drivers.pi.LinuxBoard());
    try (other) {
      other.output(new Place.Pin(null, 17), Level.HIGH, false);
      throw new AssertionError("it was given twice");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.REFUSED, "it is " + e);
      return String.valueOf(e.getMessage());
    }
  }

  private String absent() {
    try {
      wiring.output(new Place.Pin("pinctrl-none", 1), Level.HIGH, false);
      throw new AssertionError("it was found");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.ABSENT, "it is " + e);
      return String.valueOf(e.getMessage());
    }
  }
}
