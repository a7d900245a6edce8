package org.fieldstation.station.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.fieldstation.models.pack.Pack;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.station.hearing.PackBench;
import org.fieldstation.station.text.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code station models bench}: what a pack costs on this machine. */
@Command(
    name = "bench",
    description = {
      "Says what one window costs here: the whole of it, and how much of that is not the model's"
          + " own",
      "arithmetic; and the memory of the process with the model in it."
    },
    mixinStandardHelpOptions = true)
final class ModelBenchCommand implements Callable<Integer> {
  private final Packs packs;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private PacksOption common = new PacksOption();

  @Parameters(paramLabel = "NAME|PATH", defaultValue = "bundled", description = "which pack")
  private String name = "bundled";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how long to try (default: ${DEFAULT-VALUE})")
  private double seconds = 3;

  ModelBenchCommand(Packs packs) {
    this.packs = packs;
  }

  @Override
  public Integer call() throws IOException {
    var found =
        new PackBench(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime)
            .run(pack(), seconds);
    long memory = resident();
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        common.json()
            ? new JsonLine()
                .put("pack", name)
                .put("windows", found.windows())
                .put("window_ms", found.windowMillis(), 3)
                .put("inference_ms", found.inferenceMillis(), 3)
                .put("overhead", found.overhead(), 3)
                .put("real_time", found.realTime(), 4)
                .put("resident_mb", memory / 1e6, 1)
            : String.format(
                Locale.ROOT,
                "%s: %.2f ms a window (%.2f ms inference, %.0f %% more for gates, front end and"
                    + " filters), %.2f %% of real time, %.0f MB resident, %d windows tried",
                name,
                found.windowMillis(),
                found.inferenceMillis(),
                100 * found.overhead(),
                100 * found.realTime(),
                memory / 1e6,
                found.windows()));
    out.flush();
    return 0;
  }

  private Pack pack() {
    if (name.equals("bundled")) {
      return packs.bundled();
    }
    var shelf = common.shelf(packs);
    var path = shelf.find(name).map(Shelf.Item::path).orElseGet(() -> Path.of(name));
    if (!Files.exists(path)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "no pack \"%s\"; station models list says which there are".formatted(name));
    }
    return packs.open(path);
  }

  /** The process's resident memory, as Linux counts it. */
  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }
}
