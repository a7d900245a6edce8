package org.fieldstation.station.cli;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.fieldstation.models.pack.Check;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.station.hearing.InUse;
import org.fieldstation.station.hearing.InstalledModels;
import org.fieldstation.station.text.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station models use}: another pack for a model, also while the station runs. */
@Command(
    name = "use",
    description = {
      "Puts an installed pack in use. A running station tries it beside the one it has and takes"
          + " it",
      "between two windows, within about ten seconds; a record says that it did, or why not."
    },
    mixinStandardHelpOptions = true)
final class UseCommand implements Callable<Integer> {
  private static final String CONFIGURED = "configured";

  private final Packs packs;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PacksOption common = new PacksOption();

  @Parameters(
      paramLabel = "NAME",
      description =
          "an installed pack, or its id for always the newest; bundled; or configured, for what the"
              + " configuration says")
  private String name = "";

  @Option(
      names = "--for",
      paramLabel = "MODEL",
      defaultValue = "model",
      description = "which of the station's models (default: ${DEFAULT-VALUE})")
  private String model = "model";

  UseCommand(Packs packs) {
    this.packs = packs;
  }

  @Override
  public Integer call() {
    known();
    var shelf = common.shelf(packs);
    var inUse = InUse.in(shelf.directory());
    try {
      if (name.equals(CONFIGURED)) {
        inUse.remove(model);
      } else if (verified(shelf)) {
        inUse.put(model, name);
      } else {
        return Complaints.REFUSED;
      }
    } catch (UncheckedIOException e) {
      err("station: " + e.getMessage());
      return Complaints.ENVIRONMENT;
    }
    var out = spec().commandLine().getOut();
    out.println(
        common.json()
            ? new JsonLine().put("model", model).put("use", name)
            : "%s: %s from now on".formatted(model, name));
    out.flush();
    return 0;
  }

  /** A name that the configuration does not have would be a choice without effect. */
  private void known() {
    common
        .settings()
        .filter(file ->
            file.settings().models().stream().noneMatch(one -> one.nameOrDefault().equals(model)))
        .ifPresent(file -> {
          throw new ParameterException(
              spec().commandLine(),
              "the configuration has no model \"%s\"; --for names one of its [[model]]"
                  .formatted(model));
        });
  }

  private boolean verified(Shelf shelf) {
    if (name.equals(InstalledModels.BUNDLED)) {
      return true;
    }
    var item =
        shelf
            .find(name)
            .orElseThrow(() ->
                new ParameterException(
                    spec().commandLine(),
                    "no pack \"%s\" in %s, or several; station models list says which there are"
                        .formatted(name, shelf.directory())));
    var failed = packs.verify(item.path()).stream().filter(Check::failed).findFirst();
    failed.ifPresent(check ->
        err("station: not used: %s: %s: %s".formatted(name, check.what(), check.detail())));
    return failed.isEmpty();
  }

  private void err(String line) {
    spec().commandLine().getErr().println(line);
    spec().commandLine().getErr().flush();
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec, "run by picocli");
  }
}
