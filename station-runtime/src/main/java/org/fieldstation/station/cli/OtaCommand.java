package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.ota.update.Phase;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.text.JsonLine;
import org.fieldstation.station.update.AtTheMast;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.Order;
import org.fieldstation.station.update.Order.Wish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The station's own update, from the mast. */
@Command(
    name = "ota",
    description = "The station's own update: what runs, what is signed, install, go back.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      OtaCommand.StatusPart.class,
      OtaCommand.CheckPart.class,
      OtaCommand.InstallPart.class,
      OtaCommand.RollbackPart.class,
      OtaCommand.ConfirmPart.class
    })
final class OtaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: see station ota --help");
  }

  /** What the commands have in common. */
  abstract static class Part implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    AtTheMast mast() {
      var file = config.read();
      var settings =
          file.settings()
              .update()
              .orElseThrow(() ->
                  new SettingsException(
                      file.file() + ": has no [update]; add one with root = \"…\""));
      return AtTheMast.of(file.resolve(settings.root()), settings, new SystemTime());
    }

    PrintWriter out() {
      return spec.commandLine().getOut();
    }

    void say(JsonLine line, String text) {
      out().println(json ? line : text);
    }
  }

  @Command(
      name = "status",
      description = "What runs, what is on its way, and how the last update ended.",
      mixinStandardHelpOptions = true)
  static final class StatusPart extends Part {
    @Override
    public Integer call() {
      var status = mast().desk().status();
      var way = status.progress();
      say(
          new JsonLine()
              .put("runs", status.current().orElse(""))
              .put("before", status.previous().orElse(""))
              .put("phase", way.phase().name())
              .put("release", way.release())
              .put("bytes", way.bytes())
              .put("of", way.of())
              .put("result", status.last().map(end -> end.result()).orElse(0))
              .put("reason", status.last().map(end -> end.reason()).orElse("")),
          text(status));
      return 0;
    }

    private static String text(Desk.Status status) {
      var way = status.progress();
      var text = new StringBuilder("runs    " + status.current().orElse("no slot"));
      status.previous().ifPresent(slot -> text.append("\nbefore  ").append(slot));
      text.append("\nphase   ").append(way.phase());
      if (!way.release().isEmpty()) {
        text.append(" of ").append(way.release());
        if (way.of() > 0) {
          text.append(", %,d of %,d bytes".formatted(Math.min(way.bytes(), way.of()), way.of()));
        }
      }
      status.order().ifPresent(order -> text.append("\nwanted  ").append(said(order)));
      status
          .last()
          .ifPresent(end ->
              text.append(
                  "\nlast    %s: %s".formatted(end.release(), said(end.result(), end.reason()))));
      if (!status.bad().isEmpty()) {
        text.append("\nbad     ").append(String.join(", ", status.bad()));
      }
      return text.toString();
    }

    private static String said(Order order) {
      var what = order.release().isEmpty() ? "the release before" : order.release();
      return what + " by " + order.by() + (order.wishes().isEmpty() ? "" : " " + order.wishes());
    }

    private static String said(int result, String reason) {
      if (reason.equals("ROLLED_BACK_ON_REQUEST")) {
        return "taken back on request";
      }
      return result == 1 ? "installed" : "not installed, " + reason + " (result " + result + ")";
    }
  }

  @Command(
      name = "check",
      description = "Follows the signatures and lists the releases that may be installed.",
      mixinStandardHelpOptions = true)
  static final class CheckPart extends Part {
    @Parameters(
        arity = "0..1",
        paramLabel = "FOLDER|URL",
        description = "the repository (default: the configured one)")
    private Optional<String> repository = Optional.empty();

    @Override
    public Integer call() throws Exception {
      for (var release : mast().releases(repository.map(OtaCommand::address))) {
        say(
            new JsonLine()
                .put("release", release.name())
                .put("fits", release.fits())
                .put("runs", release.runs()),
            release.name()
                + (release.runs() ? "  runs" : release.fits() ? "" : "  not for this computer"));
      }
      return 0;
    }
  }

  @Command(
      name = "install",
      description =
          "Installs a signed release from a stick or an address. Everything is brought and checked"
              + " first; then the running station restarts into it and tries it.",
      mixinStandardHelpOptions = true)
  static final class InstallPart extends Part {
    @Parameters(
        arity = "0..1",
        paramLabel = "FOLDER|URL",
        description = "the repository (default: the configured one)")
    private Optional<String> repository = Optional.empty();

    @Option(
        names = "--release",
        paramLabel = "NAME",
        description = "which (default: the newest that fits)")
    private Optional<String> release = Optional.empty();

    @Option(names = "--no-restart", description = "bring and check it only")
    private boolean noRestart;

    @Override
    public Integer call() throws Exception {
      var mast = mast();
      var ended = mast.install(repository.map(OtaCommand::address), release, !noRestart);
      var way = ended.progress();
      var ready = way.phase() == Phase.STAGED;
      say(
          new JsonLine()
              .put("phase", way.phase().name())
              .put("release", way.release())
              .put("result", ended.last().map(end -> end.result()).orElse(0))
              .put("reason", ended.last().map(end -> end.reason()).orElse("")),
          ready
              ? way.release()
                  + " is whole and signed; "
                  + (noRestart
                      ? "say it again without --no-restart to restart into it"
                      : "the running station restarts into it within a minute")
              : ended
                  .last()
                  .map(end ->
                      end.result() == 1
                          ? end.release() + " runs already"
                          : end.release() + " was refused: " + end.reason())
                  .orElse("not all of it could be brought; the station goes on by itself"));
      return ready || ended.last().filter(end -> end.result() == 1).isPresent()
          ? 0
          : ended.last().isPresent() ? Complaints.REFUSED : Complaints.NO;
    }
  }

  @Command(
      name = "rollback",
      description = "Goes back to the release before.",
      mixinStandardHelpOptions = true)
  static final class RollbackPart extends Part {
    @Override
    public Integer call() {
      var desk = mast().desk();
      if (!desk.wish(Wish.BACK)
          && !desk.take(new Order("", "/", AtTheMast.TECHNICIAN, Set.of(Wish.BACK)))) {
        say(
            new JsonLine().put("accepted", false),
            "an update is under way that cannot be undone now");
        return Complaints.NO;
      }
      say(new JsonLine().put("accepted", true), "the running station goes back within a minute");
      return 0;
    }
  }

  @Command(
      name = "confirm",
      description =
          "Vouches for the release on trial: it need not reach a server. Its health is still"
              + " looked at.",
      mixinStandardHelpOptions = true)
  static final class ConfirmPart extends Part {
    @Override
    public Integer call() {
      var desk = mast().desk();
      var onTrial = desk.status().progress().phase() == Phase.TRIAL && desk.wish(Wish.CONFIRM);
      say(
          new JsonLine().put("accepted", onTrial),
          onTrial ? "it stays when it is well" : "no release is on trial");
      return onTrial ? 0 : Complaints.NO;
    }
  }

  private static String address(String text) {
    return Files.isDirectory(Path.of(text)) ? Path.of(text).toAbsolutePath().toString() : text;
  }
}
