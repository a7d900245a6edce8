package org.fieldstation.sim.hearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.Observer;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.hearing.ModelSource;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.settings.SettingsFile;

/** A station with a microphone in virtual time, and what its journal says afterwards. */
final class Mast implements AutoCloseable {
  private static final String ONE =
      """
      [microphone]
      hardware = "quiet"
      device = "hum"
      """;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T00:00:00Z"));
  private final Path folder;
  private final String settings;
  private volatile double rain;
  private Station station;

  /**
   * @param settings what the configuration has beside a station, and a microphone if it names none
   */
  Mast(Path folder, String settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** Makes the gauge say so from now on, in mm/h. */
  void rain(double rate) {
    rain = rate;
  }

  VirtualTime time() {
    return time;
  }

  void start(ModelSource models) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("station.toml"),
            """
            [station]
            name = "mast"
            data = "data"
            """
                + (settings.contains("[[microphone]]") ? "" : ONE)
                + settings);
    station =
        Station.start(
            new Parts(
                SettingsFile.read(file),
                "test",
                time,
                new SplittableRandom(1),
                List.of(new QuietBoard()),
                models,
                (server, outbox, journal, links, remote) -> {
                  throw new AssertionError("nobody is delivered to");
                },
                new Nobody()));
  }

  void live(Duration duration) throws InterruptedException {
    time.sleep(duration);
  }

  @Override
  public void close() {
    station.close();
  }

  private final class QuietBoard implements Hardware {
    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public Microphone openMicrophone(String device, int rate, TimeKeeper time) {
      return new Hum(time);
    }

    @Override
    public Sensor openSensor(Mounting mounting, TimeKeeper time) {
      return new Gauge();
    }
  }

  private final class Gauge implements Sensor {
    @Override
    public String name() {
      return "gauge";
    }

    @Override
    public Set<Quantity> quantities() {
      return Set.of(Quantity.RAIN_RATE);
    }

    @Override
    public Sample read() {
      return new Sample(List.of(new Reading(Quantity.RAIN_RATE, rain)), List.of());
    }
  }

  private static final class Nobody implements Observer {
    @Override
    public void listening(String microphone, int rate, String model) {}

    @Override
    public void heard(Instant start, Findings findings) {}

    @Override
    public void measured(String sensor, Sample sample) {}

    @Override
    public void confirmed(String server, Receipt receipt) {}
  }
}
