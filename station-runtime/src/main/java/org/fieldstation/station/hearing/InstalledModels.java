package org.fieldstation.station.hearing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.image.PictureDetector;
import org.fieldstation.models.pack.Manifest;
import org.fieldstation.models.pack.Pack;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.station.identify.Expectation;
import org.fieldstation.station.identify.WeeklyExpectation;
import org.fieldstation.station.look.Sight;
import org.fieldstation.station.settings.CameraSettings;
import org.fieldstation.station.settings.ModelSettings;
import org.fieldstation.station.settings.RangeSettings;

/**
 * Models from packs. Wanted is, in this order: what somebody put in use, what the configuration
 * names, the bundled pack; of a pack that is wanted by its id alone, and of the bundled one, the
 * newest version on the shelf. What cannot be opened gives way to the next, and says why.
 */
public final class InstalledModels implements ModelSource {
  /** What the pack that comes with the station is called. */
  public static final String BUNDLED = "bundled";

  /** Large networks for pictures gain from a second thread, those for sound do not. */
  private static final int PICTURE_THREADS = 2;

  private final Packs packs;
  private final Shelf shelf;
  private final InUse inUse;
  private final UnaryOperator<Path> resolve;

  /**
   * @param resolve makes a path of the configuration a path from here
   */
  public InstalledModels(Packs packs, Shelf shelf, UnaryOperator<Path> resolve) {
    this.packs = packs;
    this.shelf = shelf;
    this.inUse = InUse.in(shelf.directory());
    this.resolve = resolve;
  }

  /** A pack that is wanted: where it is, or nowhere for the one that comes with the station. */
  private record Wanted(String word, Optional<Path> path) {}

  @Override
  public Optional<Shelf> shelf() {
    return Optional.of(shelf);
  }

  @Override
  public String choice(ModelSettings settings) {
    return choice(wanted(settings).getFirst());
  }

  @Override
  public Model open(ModelSettings settings) {
    var refused = new ArrayList<String>();
    ModelException last = null;
    for (var wanted : wanted(settings)) {
      try {
        var pack = pack(wanted);
        return new Model(
            pack.classifier(settings.threadsOrDefault()),
            pack.knownAnswers(),
            choice(wanted),
            refused);
      } catch (ModelException e) {
        refused.add(wanted.word() + ": " + e.getMessage());
        last = e;
      }
    }
    throw last == null ? new IllegalStateException("the bundled pack is always wanted") : last;
  }

  /** A path of the configuration, or a folder on the shelf. */
  @Override
  public Expectation range(RangeSettings wanted) {
    var path = wanted.pack().orElseThrow();
    var place = resolve.apply(path);
    var folder = Files.exists(place) ? place : shelf.directory().resolve(path);
    var model = packs.range(folder);
    double latitude = wanted.latitude().orElseThrow();
    double longitude = wanted.longitude().orElseThrow();
    return new WeeklyExpectation(model.names(), week -> model.expected(latitude, longitude, week));
  }

  /** Paths of the configuration, or names of packs on the shelf. */
  @Override
  public Sight pictures(CameraSettings wanted) {
    var detector = wanted.detector().map(path -> pack(configured(path)).detector(PICTURE_THREADS));
    try {
      return new Sight(
          detector,
          wanted
              .classifier()
              .map(path -> pack(configured(path)).pictureClassifier(PICTURE_THREADS)));
    } catch (ModelException e) {
      detector.ifPresent(PictureDetector::close);
      throw e;
    }
  }

  /** The pack a model would use first, not opened. */
  public Pack pack(ModelSettings settings) {
    return pack(wanted(settings).getFirst());
  }

  private Pack pack(Wanted wanted) {
    if (wanted.path().isPresent()) {
      return packs.open(wanted.path().get());
    }
    if (!wanted.word().equals(BUNDLED)) {
      throw new ModelException(
          ModelException.Code.ABSENT,
          "no pack \"%s\" at that path or in %s; station models list says which there are"
              .formatted(wanted.word(), shelf.directory()));
    }
    return packs.bundled();
  }

  private List<Wanted> wanted(ModelSettings settings) {
    var wanted = new ArrayList<Wanted>();
    inUse.pack(settings.nameOrDefault()).ifPresent(name -> wanted.add(named(name)));
    settings.pack().ifPresent(path -> wanted.add(configured(path)));
    if (wanted.isEmpty()) {
      newest(packs.bundled().manifest().id())
          .filter(item -> newer(item, packs.bundled().manifest().version()))
          .ifPresent(item -> wanted.add(new Wanted(item.name(), Optional.of(item.path()))));
    }
    wanted.add(new Wanted(BUNDLED, Optional.empty()));
    return wanted;
  }

  private Wanted configured(Path path) {
    var place = resolve.apply(path);
    return Files.exists(place)
        ? new Wanted(path.toString(), Optional.of(place))
        : named(path.toString());
  }

  private Wanted named(String name) {
    var found =
        shelf.list().stream()
            .filter(item -> item.name().equals(name))
            .findFirst()
            .or(() -> newest(name))
            .map(Shelf.Item::path);
    return new Wanted(name, found);
  }

  private Optional<Shelf.Item> newest(String id) {
    return shelf.list().stream()
        .filter(item -> item.manifest().map(Manifest::id).stream().anyMatch(id::equals))
        .max(Comparator.comparing(item -> version(item), Versions.ORDER));
  }

  private static boolean newer(Shelf.Item item, String than) {
    return Versions.ORDER.compare(version(item), than) > 0;
  }

  private static String version(Shelf.Item item) {
    return item.manifest().map(Manifest::version).orElse("");
  }

  /**
   * The place, and when what is there was written: a pack put in the place of another is another.
   */
  private static String choice(Wanted wanted) {
    try {
      if (wanted.path().isEmpty()) {
        return wanted.word();
      }
      var path = wanted.path().get();
      var file = Files.isDirectory(path) ? path.resolve("pack.toml") : path;
      return path + "@" + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return wanted.word() + "@gone";
    } catch (UncheckedIOException e) {
      return wanted.word() + "@unreadable";
    }
  }
}
