package org.fieldstation.station.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fieldstation.station.classify.Export;
import org.fieldstation.station.classify.Sights;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code station classify} that are about pictures. */
final class PictureOptions {
  @Option(
      names = "--picture-model",
      paramLabel = "PATH",
      description =
          "A pack that names what is in pictures; without it and --detector none are read.")
  private @Nullable Path model;

  @Option(
      names = "--detector",
      paramLabel = "PATH",
      description = "A pack that finds animals, people and vehicles in pictures.")
  private @Nullable Path detector;

  @Option(names = "--zone", paramLabel = "±HH:MM", description = "Of the cameras' clocks.")
  private @Nullable String zone;

  @Option(names = "--deployment", paramLabel = "ID", description = "The deployment's id.")
  private String deployment = "deployment";

  /** The packs that are asked for. */
  Sights.Wanted wanted() {
    return new Sights.Wanted(Optional.ofNullable(model), Optional.ofNullable(detector));
  }

  /** Where they are. */
  List<Path> packs() {
    return Arrays.asList(model, detector).stream().filter(Objects::nonNull).toList();
  }

  /** The chosen format, which may want to know where and when the pictures were taken. */
  Export export(ClassifyFormat format) {
    return format.export(zone, deployment);
  }

  /** All of it in one line, to compare. */
  @Override
  public String toString() {
    return "picture-model %s detector %s zone %s deployment %s"
        .formatted(model, detector, zone, deployment);
  }
}
