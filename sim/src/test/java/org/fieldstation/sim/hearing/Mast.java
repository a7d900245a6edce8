package org.fieldstation.sim.hearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.KnownAnswer;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.Observer;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.ModelSource;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Ledger;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.wire.Bodies;

/** A station with a microphone in virtual time, and what its journal says afterwards. */
final class Mast implements AutoCloseable {
  private static final int RATE = 1_000;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T00:00:00Z"));
  private final Path folder;
  private final String settings;
  private volatile double rain;
  private Station station;

  /**
   * @param settings what the configuration has beside a station and a microphone
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
            [microphone]
            hardware = "quiet"
            device = "hum"
            """
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

  /** A record about a model. */
  record Event(String what, String model, String pack, String detail) {}

  /** What a journal says. */
  record Said(List<Event> models, List<String> detections, Ledger ledger, List<String> faults) {
    Map<Effort, Duration> totals(String sensor) {
      return ledger.totals().getOrDefault(sensor, Map.of());
    }

    Duration sum(String sensor) {
      return totals(sensor).values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    Set<String> reasons(String sensor) {
      return ledger.stretches().stream()
          .filter(stretch -> stretch.sensor().equals(sensor))
          .map(Ledger.Stretch::reason)
          .collect(Collectors.toSet());
    }
  }

  private static final Set<Kind> HEARD = Set.of(Kind.DETECTION, Kind.REJECTION, Kind.EMBEDDING);

  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  static Said read(Path folder) {
    var events = new ArrayList<Event>();
    var heard = new ArrayList<String>();
    var faults = new ArrayList<String>();
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      journal.items((Lane lane, Item item) -> {
        if (item instanceof Item.Entry record) {
          var text = Bodies.readable(record.body());
          if (record.kind() == Kind.MODEL) {
            var parts = TEXT.matcher(text).results().map(found -> found.group(1)).toList();
            events.add(new Event(parts.get(0), parts.get(1), parts.get(2), parts.get(5)));
          } else if (record.kind() == Kind.FAULT) {
            faults.add(text);
          } else if (HEARD.contains(record.kind())) {
            heard.add(lane + " " + record.kind() + " " + text);
          }
        }
      });
      return new Said(events, heard, journal.ledger(), faults);
    }
  }

  /** A classifier that does as it is told. */
  static final class Scripted implements Classifier {
    private ModelCard card;
    private float answer = 0.1f;
    private float[] embedding = {};
    private int left = Integer.MAX_VALUE;
    private Runnable closed = () -> {};
    private Optional<TimeKeeper> time = Optional.empty();
    private volatile Duration cost = Duration.ZERO;

    Scripted(String id, String version) {
      card = card(id, version, "dog", "Dog");
    }

    private static ModelCard card(String id, String version, String label, String en) {
      return new ModelCard(
          id,
          version,
          "00",
          "Apache-2.0",
          new ModelCard.Input(RATE, 3 * RATE, 3 * RATE),
          List.of(new Label(label, "", en, "", Label.Group.SOUND_SOURCE, OptionalDouble.of(0.6))));
    }

    Scripted naming(String label, String en) {
      card = card(card.id(), card.version(), label, en);
      return this;
    }

    static KnownAnswer known(double score) {
      return new KnownAnswer("hum", () -> hum(0, 3 * RATE), "dog", score, 0.01);
    }

    Scripted answering(float score) {
      answer = score;
      return this;
    }

    Scripted embedding(float... numbers) {
      embedding = numbers;
      return this;
    }

    @Override
    public float[] embedding() {
      return embedding;
    }

    Scripted failingAfter(int windows) {
      left = windows;
      return this;
    }

    Scripted whenClosed(Runnable told) {
      closed = told;
      return this;
    }

    Scripted taking(TimeKeeper clock, Duration each) {
      time = Optional.of(clock);
      cost = each;
      return this;
    }

    @Override
    public ModelCard card() {
      return card;
    }

    @Override
    public float[] classify(float[] window) {
      if (left-- <= 0) {
        throw new ModelException(ModelException.Code.FAILED, "it broke");
      }
      try {
        if (!cost.isZero()) {
          time.orElseThrow().sleep(cost);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new float[] {answer};
    }

    @Override
    public void close() {
      closed.run();
    }
  }

  private static float[] hum(long from, int samples) {
    var sound = new float[samples];
    for (int i = 0; i < samples; i++) {
      sound[i] = (float) (0.1 * Math.sin((from + i) * 0.7));
    }
    return sound;
  }

  /** A second of sound each second; who comes late gets what has waited for him. */
  private static final class Hum implements Microphone {
    private final TimeKeeper time;
    private final long opened;
    private long position;

    Hum(TimeKeeper time) {
      this.time = time;
      this.opened = time.nanos();
    }

    @Override
    public String name() {
      return "hum";
    }

    @Override
    public int rate() {
      return RATE;
    }

    @Override
    public Optional<Sound> read() throws InterruptedException {
      long due = opened + (position + RATE) * 1_000_000_000L / RATE;
      if (due > time.nanos()) {
        time.sleep(Duration.ofNanos(due - time.nanos()));
      }
      var sound = new Sound(position, RATE, hum(position, RATE));
      position += RATE;
      return Optional.of(sound);
    }

    @Override
    public CaptureCounts counts() {
      return new CaptureCounts(position, 0, 0, 0);
    }

    @Override
    public void close() {}
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
