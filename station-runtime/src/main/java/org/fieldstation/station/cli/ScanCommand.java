package org.fieldstation.station.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.linux.BoardFiles;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.board.Board;
import org.fieldstation.station.board.Boards;
import org.fieldstation.station.scan.Draft;
import org.fieldstation.station.scan.Found;
import org.fieldstation.station.scan.Scan;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.text.JsonLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds what is attached to the board and writes the configuration for it. */
@Command(
    name = "scan",
    description =
        "Asks every bus, sound card and serial line what is there, and prints a configuration for"
            + " it. Exit 1 when nothing answered.",
    mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
  private final TimeKeeper time;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "one JSON object a line, for programs")
  private boolean json;

  @Option(
      names = "--board",
      paramLabel = "PROFILE",
      description = "which board this is (default: the one the kernel names)")
  private @Nullable String profile;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "write the configuration there; a file that exists is left alone")
  private @Nullable Path file;

  ScanCommand(TimeKeeper time) {
    this.time = time;
  }

  @Override
  public Integer call() throws InterruptedException {
    var board = board();
    var found = new Scan(hardware(board), Path.of("/"), time).look();
    var draft = new Draft(board.profile(), found).text();
    if (file != null) {
      write(file, draft);
    }
    tell(found, draft);
    return found.isEmpty() ? Complaints.NO : 0;
  }

  private Board board() {
    var wanted = profile;
    if (wanted != null) {
      return Boards.named(wanted)
          .orElseThrow(() -> new SettingsException("no board \"" + wanted + "\" is known"));
    }
    return BoardFiles.model(Path.of("/"))
        .flatMap(Boards::ofModel)
        .or(() -> Boards.named("generic-linux"))
        .orElseThrow();
  }

  private static Hardware hardware(Board board) {
    return ServiceLoader.load(Hardware.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals(board.hardware()))
        .findFirst()
        .orElseThrow(() ->
            new DeviceException(
                DeviceException.Code.ABSENT,
                "no hardware \"" + board.hardware() + "\" is installed"));
  }

  private static void write(Path file, String draft) {
    try {
      Files.writeString(file, draft, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new SettingsException(file + ": exists already; name another file", e);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void tell(List<Found> found, String draft) {
    var out = spec.commandLine().getOut();
    if (json) {
      for (var one : found) {
        out.println(new JsonLine().put("what", one.what()).put("at", one.at()));
      }
      out.println(new JsonLine().put("found", found.size()));
    } else if (file != null) {
      found.forEach(one -> out.printf("%-12s %s%n", one.what(), one.at()));
      out.println(found.size() + " found; configuration written to " + file);
    } else {
      out.print(draft);
    }
    out.flush();
  }
}
