package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldstation.models.pack.Check;
import org.fieldstation.models.pack.Manifest;
import org.fieldstation.models.pack.Pack;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Recipe;
import org.fieldstation.models.pack.Recipes;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.station.hearing.OneEngine;
import org.fieldstation.station.text.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station models}: which models there are, what they are, whether they are whole. */
@Command(
    name = "models",
    description = "The models that name sounds: what there is, what it is, whether it is whole.",
    mixinStandardHelpOptions = true)
public final class ModelsCommand implements Runnable {
  private static final String BUNDLED = "bundled";

  private final Packs packs;
  private final Recipes recipes = Recipes.bundled();

  @Spec private @Nullable CommandSpec spec;

  /**
   * @param engine loads TensorFlow Lite; asked only when a model is to run, and then once
   */
  public ModelsCommand(Supplier<Engine> engine) {
    packs = new Packs(new OneEngine(engine));
  }

  /** The command with all that belongs below it. */
  static CommandLine commandLine(Supplier<Engine> engine) {
    var command = new ModelsCommand(engine);
    return new CommandLine(command)
        .addSubcommand(new InstallCommand(command.packs, Recipes.bundled()))
        .addSubcommand(new UseCommand(command.packs))
        .addSubcommand(new ModelBenchCommand(command.packs))
        .addSubcommand(new LintCommand(command.packs));
  }

  @Override
  public void run() {
    throw usage("say what to do: see station models --help");
  }

  @Command(
      description = "Lists the bundled pack, installed ones, and recipes of known public models.",
      mixinStandardHelpOptions = true)
  int list(@Mixin PacksOption common) {
    var bundled = packs.bundled().manifest();
    row(common, BUNDLED, bundled.id() + "-" + bundled.version(), bundled, "");
    for (var item : shelf(common).list()) {
      item.manifest()
          .ifPresentOrElse(
              manifest -> row(common, "installed", item.name(), manifest, item.path().toString()),
              () -> damaged(common, item));
    }
    for (var range : shelf(common).ranges()) {
      var name = String.valueOf(range.getFileName());
      say(
          common.json()
              ? new JsonLine().put("state", "range").put("name", name)
              : "%-10s %s".formatted("range", name));
    }
    for (var recipe : packs.catalogue()) {
      row(common, "recipe", recipe.id() + "-" + recipe.version(), recipe, recipe.origin());
    }
    for (var recipe : recipes.all()) {
      say(recipe(common, recipe));
    }
    return 0;
  }

  @Command(
      description = "Shows a pack's card: licence, input, labels and their thresholds.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin PacksOption common,
      @Parameters(paramLabel = "NAME|PATH", defaultValue = BUNDLED, description = "which pack")
          String name) {
    var card = new ModelCardText(pack(common, name));
    (common.json() ? card.json() : card.text()).forEach(this::say);
    return 0;
  }

  @Command(
      description = "Tries packs: hashes, engine, and what they answer to known sounds.",
      mixinStandardHelpOptions = true)
  int verify(
      @Mixin PacksOption common,
      @Option(names = "--all", description = "the bundled pack and every installed one")
          boolean all,
      @Parameters(paramLabel = "NAME|PATH", arity = "0..*", description = "which packs")
          @Nullable List<String> names) {
    boolean whole = true;
    if (all || names == null || names.contains(BUNDLED)) {
      whole = told(common, BUNDLED, packs.bundled().verify());
    }
    if (all) {
      for (var item : shelf(common).list()) {
        whole &= told(common, item.name(), packs.verify(item.path()));
      }
    }
    for (var name : names == null ? List.<String>of() : names) {
      whole &= name.equals(BUNDLED) || told(common, name, packs.verify(path(common, name)));
    }
    return whole ? 0 : Complaints.NO;
  }

  @Command(description = "Removes an installed pack.", mixinStandardHelpOptions = true)
  int remove(
      @Mixin PacksOption common,
      @Parameters(paramLabel = "NAME", description = "which") String name) {
    var shelf = shelf(common);
    var item = shelf.find(name).orElseThrow(() -> unknown(shelf, name));
    try {
      shelf.remove(item);
    } catch (UncheckedIOException e) {
      return unwritable(e);
    }
    say(common.json() ? new JsonLine().put("removed", name) : "removed " + name);
    return 0;
  }

  private Pack pack(PacksOption common, String name) {
    return name.equals(BUNDLED) ? packs.bundled() : packs.open(path(common, name));
  }

  private Path path(PacksOption common, String name) {
    var shelf = shelf(common);
    return shelf
        .find(name)
        .map(Shelf.Item::path)
        .or(() -> Optional.of(Path.of(name)).filter(Files::exists))
        .orElseThrow(() -> unknown(shelf, name));
  }

  private Shelf shelf(PacksOption common) {
    return new Shelf(packs, common.directory());
  }

  private boolean told(PacksOption common, String name, List<Check> checks) {
    for (var check : checks) {
      var result = check.result().name().toLowerCase(Locale.ROOT).replace('_', '-');
      say(
          common.json()
              ? new JsonLine()
                  .put("pack", name)
                  .put("check", check.what())
                  .put("result", result)
                  .put("detail", check.detail())
              : "%-10s %s: %s: %s".formatted(result, name, check.what(), check.detail()));
    }
    return checks.stream().noneMatch(Check::failed);
  }

  private void row(PacksOption common, String state, String name, Manifest manifest, String where) {
    say(
        common.json()
            ? new JsonLine()
                .put("state", state)
                .put("name", name)
                .put("id", manifest.id())
                .put("version", manifest.version())
                .put("title", manifest.title())
                .put("licence", manifest.licence())
                .put("sha256", manifest.model().sha256())
                .put("where", where)
            : "%-10s %-32s %s [%s]".formatted(state, name, manifest.title(), manifest.licence()));
  }

  private static Object recipe(PacksOption common, Recipe recipe) {
    return common.json()
        ? new JsonLine()
            .put("state", "download")
            .put("id", recipe.id())
            .put("title", recipe.title())
            .put("licence", recipe.licence())
            .put("bytes", recipe.bytes())
        : "%-10s %-32s %s [%s], at most %.1f MB"
            .formatted(
                "download", recipe.id(), recipe.title(), recipe.licence(), recipe.bytes() / 1e6);
  }

  private void damaged(PacksOption common, Shelf.Item item) {
    say(
        common.json()
            ? new JsonLine()
                .put("state", "damaged")
                .put("name", item.name())
                .put("fault", item.fault())
            : "%-10s %-32s %s".formatted("damaged", item.name(), item.fault()));
  }

  private void say(Object line) {
    PrintWriter out = spec().commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private int unwritable(UncheckedIOException fault) {
    var err = spec().commandLine().getErr();
    err.println("station: " + fault.getMessage());
    err.flush();
    return Complaints.ENVIRONMENT;
  }

  private ParameterException unknown(Shelf shelf, String name) {
    return usage(
        "no pack \"%s\" in %s, or several; station models list says which there are"
            .formatted(name, shelf.directory()));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec, "run by picocli");
  }
}
