package org.fieldstation.station.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.hearing.Screening;
import org.fieldstation.station.identify.Lint;
import org.fieldstation.station.identify.NameLists;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.identify.Sensitivity;
import org.fieldstation.station.identify.SpeciesRange;
import org.fieldstation.station.identify.WatchLists;
import org.fieldstation.station.identify.WeatherNow;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.text.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code station models lint}: which settings cannot have an effect. */
@Command(
    name = "lint",
    description = {
      "Finds thresholds no score can reach, names no model gives, repeats that cannot happen;",
      "exits with 1 when a setting has no effect."
    },
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  private final Packs packs;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "a station's configuration, all of it that is about models; else the options")
  private @Nullable Path config;

  @Option(
      names = "--model",
      paramLabel = "PATH",
      description = "a pack, instead of the bundled one")
  private @Nullable Path model;

  @Option(
      names = "--sensitivity",
      paramLabel = "LEVEL",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
      defaultValue = "BALANCED")
  private Sensitivity sensitivity = Sensitivity.BALANCED;

  @Option(names = "--species", paramLabel = "FILE", description = "a region's species list")
  private @Nullable Path species;

  @Option(names = "--include", paramLabel = "NAME", description = "tell of these only")
  private List<String> include = new ArrayList<>();

  @Option(names = "--exclude", paramLabel = "NAME", description = "never tell of these")
  private List<String> exclude = new ArrayList<>();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  LintCommand(Packs packs) {
    this.packs = packs;
  }

  @Override
  public Integer call() {
    var remarks = new ArrayList<>(config == null ? options().remarks() : configured(config));
    for (var remark : remarks) {
      say(
          json
              ? new JsonLine()
                  .put("ineffective", remark.ineffective())
                  .put("remark", remark.text())
                  .toString()
              : (remark.ineffective() ? "no effect  " : "note       ") + remark.text());
    }
    boolean ineffective = remarks.stream().anyMatch(Lint.Remark::ineffective);
    return ineffective ? Complaints.NO : 0;
  }

  private List<Lint.Remark> configured(Path file) {
    var settings = SettingsFile.read(file);
    var models = StationParts.models(settings, packs);
    var cards = settings.settings().models().stream().map(one -> models.pack(one).card()).toList();
    var screening = new Screening(settings, new SystemTime(), new WeatherNow(), models::range);
    return Stream.concat(
            screening.problems().stream().map(why -> new Lint.Remark(true, why)),
            screening.lint(cards).remarks().stream())
        .toList();
  }

  private Lint options() {
    var card = Optional.ofNullable(model).map(packs::open).orElseGet(packs::bundled).card();
    return new Lint(
        List.of(card),
        new Rule.Sensitive(sensitivity),
        new NameLists(Set.copyOf(include), Set.copyOf(exclude)),
        Optional.ofNullable(species).map(this::range),
        WatchLists.bundled(),
        List.of(sensitivity.ordinary(), sensitivity.watched()),
        Set.of());
  }

  private SpeciesRange range(Path file) {
    try {
      return SpeciesRange.read(file, Optional::empty);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void say(String line) {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
