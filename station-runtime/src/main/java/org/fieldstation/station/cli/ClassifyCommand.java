package org.fieldstation.station.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.classify.Classifiers;
import org.fieldstation.station.classify.ClassifyFiles;
import org.fieldstation.station.classify.Inputs;
import org.fieldstation.station.classify.Meter;
import org.fieldstation.station.classify.Progress;
import org.fieldstation.station.classify.ProgressBar;
import org.fieldstation.station.classify.Settings;
import org.fieldstation.station.classify.Sights;
import org.fieldstation.station.identify.Gates;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.look.Sight;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station classify}: says what models hear in recordings and see in pictures. */
@Command(
    name = "classify",
    description =
        "Says what models hear in recordings (WAV, FLAC, Ogg Vorbis) and see in pictures (JPEG,"
            + " PNG, BMP).",
    footer = {
      "",
      "Exit codes: 0 done; 2 no such file, or a wrong option; 3 this machine",
      "cannot do it; 4 a recording or the model was refused (the other",
      "recordings are classified all the same)."
    })
public final class ClassifyCommand implements Callable<Integer> {

  /** What is told instead of what reaches its label's threshold. */
  static final class Told {
    @Option(
        names = "--min-score",
        paramLabel = "X",
        description = "One threshold, 0 to 1, for all labels that have one; 0 tells them all.")
    private @Nullable Double least;

    @Option(
        names = "--top",
        paramLabel = "N",
        description = "The best N whatever their score, background too.")
    private int best = 1;

    private Rule rule() {
      return least == null ? new Rule.Best(best) : new Rule.AtLeast(least);
    }
  }

  /** How far windows are apart, said in one way or the other. */
  static final class Step {
    @Option(
        names = "--hop",
        paramLabel = "SECONDS",
        description = "From one window's start to the next.")
    private @Nullable Double hop;

    @Option(names = "--overlap", paramLabel = "SECONDS", description = "Of a window and the next.")
    private double overlap;

    private double seconds(ModelCard.Input input) {
      return hop == null ? (double) input.windowSamples() / input.rate() - overlap : hop;
    }
  }

  private final Function<Optional<Path>, Classifiers> models;
  private final Function<Sights.Wanted, Sights> sights;
  private final StationClock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Recordings, or directories.")
  private List<Path> paths = List.of();

  @ArgGroup private ClassifyFormat format = new ClassifyFormat();
  @Mixin private PictureOptions pictures = new PictureOptions();
  @ArgGroup private @Nullable Told told;
  @ArgGroup private @Nullable Step step;

  @Option(
      names = "--model",
      paramLabel = "PATH",
      description = "A model pack, or a .tflite the catalogue knows; else the station's own.")
  private @Nullable Path model;

  @Option(
      names = "--per-file",
      description = "Judge a recording as a whole, by the mean of its windows' scores.")
  private boolean perFile;

  @Option(
      names = "--channel",
      paramLabel = "N",
      description = "Only channel N, counted from 1; else the mean of all.")
  private @Nullable Integer channel;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Recordings worked on at once; else one for each core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--output", paramLabel = "FILE", description = "Write to a file.")
  private @Nullable Path output;

  @Option(
      names = "--resume",
      description = "Go on where the same command with the same --output was broken off.")
  private boolean resume;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  @SuppressWarnings("UnusedVariable") // picocli looks at it
  private boolean help;

  @Option(names = "--stats", hidden = true)
  private boolean stats;

  /**
   * @param models opens the model at a path, or the station's own
   * @param clock paces the progress bar
   */
  public ClassifyCommand(Function<Optional<Path>, Classifiers> models, StationClock clock) {
    this(models, _ -> Sight::none, clock);
  }

  /**
   * @param sights opens the models for pictures
   */
  public ClassifyCommand(
      Function<Optional<Path>, Classifiers> models,
      Function<Sights.Wanted, Sights> sights,
      StationClock clock) {
    this.models = models;
    this.sights = sights;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      var wanted = pictures.wanted();
      var files = Inputs.files(paths, wanted.any());
      for (var pack : Stream.concat(Stream.ofNullable(model), pictures.packs().stream()).toList()) {
        if (!Files.exists(pack)) {
          throw new NoSuchFileException(pack.toString());
        }
      }
      if (resume && output == null) {
        return refuse(2, "--resume wants --output FILE: what goes to a terminal is gone");
      }
      return files.isEmpty()
          ? refuse(
              4,
              "there is no recording (.wav, .flac, .ogg)%s below %s"
                  .formatted(wanted.any() ? " and no picture (.jpg, .png, .bmp)" : "", paths))
          : classify(files, models.apply(Optional.ofNullable(model)), sights.apply(wanted));
    } catch (IllegalArgumentException e) {
      return refuse(2, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      return refuse(2, e.getMessage() + ": no such file or directory; correct the path");
    } catch (IOException e) {
      return refuse(3, "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
    } catch (UncheckedIOException e) {
      return refuse(3, String.valueOf(e.getMessage()));
    } catch (ModelException e) {
      return refuse(e.code() == ModelException.Code.NO_ENGINE ? 3 : 4, e.getMessage());
    }
  }

  private int classify(List<Path> files, Classifiers classifiers, Sights eyes)
      throws IOException, InterruptedException {
    var settings = settings(classifiers.card().input());
    var export = pictures.export(format);
    var progress = progress(files.size());
    var meter = stats ? new Meter(processorTime()) : Meter.idle();
    var work = new ClassifyFiles(classifiers, eyes, settings, meter, progress);
    var run = new ClassifyRun(work, export, files, progress, this::note);
    int refused;
    try {
      refused =
          output == null
              ? run.printed(commandLine().getOut())
              : resume
                  ? run.resumed(output, subject(classifiers.card(), settings))
                  : run.written(output);
    } finally {
      progress.clear();
    }
    if (stats) {
      note(meter.json(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO)));
    }
    return refused == 0 ? 0 : 4;
  }

  /** What an output is of, in one line: going on with another model would mix two answers. */
  private String subject(ModelCard card, Settings settings) {
    return "%s %s %s".formatted(card.sha256(), settings.withThreads(1), pictures);
  }

  private Settings settings(ModelCard.Input input) {
    return new Settings(
        told == null ? (perFile ? new Rule.Best(1) : new Rule.Thresholds()) : told.rule(),
        Gates.ORDINARY,
        channel == null ? Channel.MIX : Channel.only(Math.max(-1, channel - 1)),
        step == null ? OptionalDouble.empty() : OptionalDouble.of(step.seconds(input)),
        perFile,
        threads);
  }

  /** A bar for people; in a pipe or a log it would only be noise. */
  private Progress progress(int files) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .<Progress>map(_ -> new ProgressBar(commandLine().getErr(), clock, files))
        .orElse(Progress.UNSEEN);
  }

  private static LongSupplier processorTime() {
    return ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
  }

  private int refuse(int code, @Nullable String why) {
    note("station classify: " + why);
    return code;
  }

  /** One line, whatever a file name may hold. */
  private void note(String line) {
    commandLine().getErr().println(line.replaceAll("\\p{Cntrl}", "?"));
    commandLine().getErr().flush();
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "run by picocli").commandLine();
  }
}
