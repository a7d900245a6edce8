package org.fieldstation.station.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Recipe;
import org.fieldstation.models.pack.Recipes;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.station.bring.Bringing;
import org.fieldstation.station.text.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station models install}: a pack from a folder, a zip, a stick, or by a recipe. */
@Command(
    name = "install",
    description = {
      "Installs a pack from a folder, a zip, or a .tflite the catalogue knows, or brings a public",
      "model from the network by its recipe; refuses one that fails any check."
    },
    mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {
  private final Packs packs;
  private final Recipes recipes;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PacksOption common = new PacksOption();

  @Parameters(
      paramLabel = "PATH|RECIPE",
      description = "the pack, or the name that station models list has after download")
  private String what = "";

  @Option(
      names = "--accept-licence",
      description = "the licence that is shown is accepted (for what comes from the network)")
  private boolean accepted;

  InstallCommand(Packs packs, Recipes recipes) {
    this.packs = packs;
    this.recipes = recipes;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (what.matches("[a-z]+:/.*")) {
      throw usage(
          what
              + ": only recipes come from the network; bring the file and say it, or see station"
              + " models list");
    }
    var path = Path.of(what);
    var recipe = recipes.find(what);
    if (!Files.exists(path) && recipe.isEmpty()) {
      throw usage(
          what + ": no such file or recipe; give a folder, a zip, a .tflite or a recipe's name");
    }
    try {
      return Files.exists(path) ? install(pack(path)) : bring(recipe.orElseThrow());
    } catch (UncheckedIOException e) {
      tell("station: " + e.getMessage());
      return Complaints.ENVIRONMENT;
    }
  }

  /** A stick has its packs in folders: one that is alone needs no name. */
  private Path pack(Path path) {
    if (!Files.isDirectory(path) || Files.exists(path.resolve("pack.toml"))) {
      return path;
    }
    try (var entries = Files.list(path)) {
      List<Path> found = entries.filter(InstallCommand::looksLikePack).sorted().toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
      throw usage(
          found.isEmpty()
              ? path + ": there is no pack in it"
              : "%s: there are several; say which: %s"
                  .formatted(
                      path, found.stream().map(Path::toString).collect(Collectors.joining(", "))));
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }

  private static boolean looksLikePack(Path path) {
    var name = String.valueOf(path.getFileName());
    return name.endsWith(".zip")
        || name.endsWith(".tflite")
        || Files.exists(path.resolve("pack.toml"));
  }

  private int install(Path path) {
    told(common.shelf(packs).install(path));
    return 0;
  }

  private int bring(Recipe recipe) throws InterruptedException {
    if (!accepted) {
      tell("%s: %s".formatted(recipe.title(), recipe.licence()));
      tell("station: nothing was brought; if you accept this licence, say --accept-licence");
      return Complaints.NO;
    }
    var folder = common.directory().resolve(".bringing-" + recipe.id());
    var tenths = new Tenths();
    new Bringing(recipes)
        .bring(
            recipe,
            folder,
            (file, bytes, of) -> {
              if (!common.json() && tenths.next(file, bytes, of)) {
                tell(String.format(Locale.ROOT, "%s: %.1f MB", file, bytes / 1e6));
              }
            });
    if (recipe.isRange()) {
      var place = common.shelf(packs).takeRange(folder);
      say("installed %s: %s".formatted(place.getFileName(), recipe.title()));
      say("to use it: [identify.range] pack = \"%s\"".formatted(place.getFileName()));
      return 0;
    }
    told(common.shelf(packs).install(folder));
    Bringing.clean(folder);
    return 0;
  }

  /** Whether another tenth of a file has come. */
  private static final class Tenths {
    private String file = "";
    private long told;

    boolean next(String name, long bytes, long of) {
      long tenth = 10 * bytes / of;
      boolean next = name.equals(file) && tenth > told;
      told = next || !name.equals(file) ? tenth : told;
      file = name;
      return next;
    }
  }

  private void told(Shelf.Item item) {
    var manifest = item.manifest().orElseThrow();
    if (common.json()) {
      say(
          new JsonLine()
              .put("state", "installed")
              .put("name", item.name())
              .put("id", manifest.id())
              .put("version", manifest.version())
              .put("licence", manifest.licence())
              .put("where", item.path().toString()));
      return;
    }
    say("installed %s: %s".formatted(item.name(), manifest.title()));
    say("licence:  " + manifest.licence());
    say("cite:     " + manifest.citation());
    say("to use it: station models use " + item.name());
    say("or in the configuration: [model] pack = \"%s\"".formatted(item.path()));
  }

  private void say(Object line) {
    var out = spec().commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private void tell(String line) {
    var err = spec().commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec, "run by picocli");
  }
}
