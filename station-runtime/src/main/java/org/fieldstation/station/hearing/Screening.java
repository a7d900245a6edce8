package org.fieldstation.station.hearing;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.identify.Board;
import org.fieldstation.station.identify.Calibrated;
import org.fieldstation.station.identify.Calibration;
import org.fieldstation.station.identify.Confirmation;
import org.fieldstation.station.identify.Consensus;
import org.fieldstation.station.identify.Drowned;
import org.fieldstation.station.identify.Expectation;
import org.fieldstation.station.identify.ExpectedHere;
import org.fieldstation.station.identify.Filter;
import org.fieldstation.station.identify.Gates;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.identify.Lint;
import org.fieldstation.station.identify.NameLists;
import org.fieldstation.station.identify.Privacy;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.identify.Screen;
import org.fieldstation.station.identify.SpeciesRange;
import org.fieldstation.station.identify.SteadyNoise;
import org.fieldstation.station.identify.WatchLists;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.settings.IdentifySettings;
import org.fieldstation.station.settings.LabelSettings;
import org.fieldstation.station.settings.ModelSettings;
import org.fieldstation.station.settings.RangeSettings;
import org.fieldstation.station.settings.SettingsFile;

/**
 * The judges of a station, as its configuration wants them. A list that cannot be read is left out
 * and told: a station that cannot read its species still hears them.
 */
public final class Screening {
  private final IdentifySettings settings;
  private final SettingsFile file;
  private final StationClock clock;
  private final WeatherNow weather;
  private final List<String> problems = new ArrayList<>();
  private final WatchLists watch;
  private final Optional<SpeciesRange> range;
  private final Optional<ExpectedHere> expected;

  /**
   * @param weather what the station's own sensors say
   * @param ranges opens a model of ranges
   */
  public Screening(
      SettingsFile file,
      StationClock clock,
      WeatherNow weather,
      Function<RangeSettings, Expectation> ranges) {
    this.settings = file.settings().identifyOrDefault();
    this.file = file;
    this.clock = clock;
    this.weather = weather;
    this.watch = tried(this::watchLists).orElse(WatchLists.bundled());
    this.range =
        settings
            .range()
            .flatMap(it -> it.speciesList())
            .flatMap(path -> tried(() -> SpeciesRange.read(file.resolve(path), this::today)));
    this.expected =
        settings
            .range()
            .filter(it -> it.pack().isPresent())
            .flatMap(it ->
                tried(() ->
                    new ExpectedHere(ranges.apply(it), it.leastScoreOrDefault(), this::today)));
  }

  /** What could not be read, a line each; the station goes on without it. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The judge of one model beside one microphone. */
  public Judge judge(ModelSettings model, Classifier classifier, Board board) {
    var drowned = new Drowned(drownedLimits(), this::weather, board);
    var level = settings.sensitivityOrDefault();
    var filters = new ArrayList<Filter>();
    filters.add(names());
    range.ifPresent(filters::add);
    expected.ifPresent(filters::add);
    filters.add(drowned);
    filters.add(new SteadyNoise(settings.steadyLimits()));
    filters.add(new Consensus(model.nameOrDefault(), board, settings.quorum()));
    filters.add(new Confirmation(settings.ordinaryRepeat(), level.watched()));
    return new Judge(
        Calibrated.of(classifier, calibrations()),
        Gates.ORDINARY,
        rule(model),
        new Screen(watch, filters),
        settings.voiceScore().map(Privacy::new).orElse(Privacy.ORDINARY),
        () -> drowned.now().map(verdict -> verdict.by()));
  }

  /** What of the configuration cannot have an effect with these models. */
  public Lint lint(List<ModelCard> cards) {
    var level = settings.sensitivityOrDefault();
    return new Lint(
        cards,
        rule(file.settings().models().getFirst()),
        names(),
        range,
        watch,
        List.of(settings.ordinaryRepeat(), level.watched()),
        settings.labels().stream().map(LabelSettings::name).collect(Collectors.toSet()));
  }

  private Rule rule(ModelSettings model) {
    var thresholds =
        settings.labels().stream()
            .filter(label -> label.threshold().isPresent())
            .collect(
                Collectors.toMap(LabelSettings::name, label -> label.threshold().orElseThrow()));
    var forAll = model.minimumScore().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    return new Rule.Chosen(thresholds, forAll, settings.sensitivityOrDefault());
  }

  private Map<String, Calibration> calibrations() {
    return settings.labels().stream()
        .filter(label -> label.bend().isPresent())
        .collect(Collectors.toMap(LabelSettings::name, label -> label.bend().orElseThrow()));
  }

  private NameLists names() {
    return new NameLists(
        Set.copyOf(settings.include().orElse(List.of())),
        Set.copyOf(settings.exclude().orElse(List.of())));
  }

  private WatchLists watchLists() {
    return settings
        .watch()
        .map(names -> WatchLists.read(names, file::resolve))
        .orElseGet(WatchLists::bundled);
  }

  private Drowned.Limits drownedLimits() {
    return settings.weatherOrDefault().limits();
  }

  private Drowned.Weather weather() {
    var now = clock.now().uptime();
    return new Drowned.Weather(
        weather.value(Quantity.RAIN_RATE, now), weather.value(Quantity.WIND_SPEED, now));
  }

  /** The date, in UTC; a month's or a week's edge is no sharper than that. */
  private Optional<LocalDate> today() {
    var now = clock.now();
    return now.source() == TimeSource.NONE
        ? Optional.empty()
        : Optional.of(LocalDate.ofInstant(now.utc(), ZoneOffset.UTC));
  }

  private <T> Optional<T> tried(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException | UncheckedIOException | ModelException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
