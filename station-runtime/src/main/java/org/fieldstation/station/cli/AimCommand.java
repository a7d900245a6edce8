package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.doctor.Aiming;
import org.fieldstation.station.doctor.Words;
import org.fieldstation.station.settings.CameraSettings;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.text.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows light and sharpness of each picture while somebody aims the camera and turns its lens. */
@Command(
    name = "aim",
    description =
        "Shows light and sharpness of every picture, for aiming the camera and turning its lens:"
            + " turn until the sharpness falls, then back to its best. For a stopped station.",
    mixinStandardHelpOptions = true)
final class AimCommand implements Callable<Integer> {
  private static final int BAR = 20;

  private final TimeKeeper time;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "one JSON object a line, for programs")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "in Chinese or English (default: this terminal's)")
  private Language language = Language.ofThisTerminal();

  @Option(
      names = "--pictures",
      paramLabel = "N",
      description = "end after so many (default: until Ctrl-C)")
  private long pictures = Long.MAX_VALUE;

  AimCommand(TimeKeeper time) {
    this.time = time;
  }

  @Override
  public Integer call() throws InterruptedException {
    var file = config.read();
    var settings =
        file.settings()
            .camera()
            .orElseThrow(() ->
                new SettingsException(
                    file.file() + ": has no [camera]; add one, or try: station doctor scan"));
    try (var camera = open(settings)) {
      aim(camera);
    }
    return 0;
  }

  private Camera open(CameraSettings settings) {
    var view =
        new CameraView(
            settings.device(),
            settings.width().orElse(0),
            settings.height().orElse(0),
            Math.max(2, settings.framesPerSecondOrDefault()));
    return ServiceLoader.load(Hardware.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals(settings.hardware()))
        .findFirst()
        .orElseThrow(() ->
            new DeviceException(
                DeviceException.Code.ABSENT,
                "no hardware \"" + settings.hardware() + "\" is installed"))
        .openCamera(view, time);
  }

  private void aim(Camera camera) throws InterruptedException {
    var out = spec.commandLine().getOut();
    double best = 0;
    for (long i = 0; i < pictures; i++) {
      var frame = camera.next();
      if (frame.isEmpty()) {
        return;
      }
      var aiming = Aiming.of(frame.get(), best);
      best = aiming.best();
      tell(aiming, out);
    }
  }

  private void tell(Aiming aiming, PrintWriter out) {
    if (json) {
      out.println(
          new JsonLine()
              .put("brightness", aiming.brightness(), 3)
              .put("black", aiming.aim().black(), 3)
              .put("white", aiming.aim().white(), 3)
              .put("sharpness", aiming.aim().sharpness(), 1)
              .put("of-best", aiming.sharpness(), 3)
              .put("light", aiming.light().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    } else {
      int filled = (int) Math.round(BAR * aiming.sharpness());
      out.println(
          language
                  .tongue()
                  .say(
                      new Words(
                          "aim.line",
                          List.of(
                              "%3.0f".formatted(100 * aiming.brightness()),
                              "%3.0f".formatted(100 * aiming.aim().black()),
                              "%3.0f".formatted(100 * aiming.aim().white()),
                              "█".repeat(filled) + "·".repeat(BAR - filled),
                              "%3.0f".formatted(100 * aiming.sharpness()))))
              + light(aiming));
    }
    out.flush();
  }

  private String light(Aiming aiming) {
    return switch (aiming.light()) {
      case GOOD -> "";
      case TOO_DARK -> language.tongue().say(new Words("aim.dark", List.of()));
      case TOO_BRIGHT -> language.tongue().say(new Words("aim.bright", List.of()));
    };
  }
}
