package org.fieldstation.station.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.models.pack.Check;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.station.StationParts;
import org.fieldstation.station.doctor.Doctor;
import org.fieldstation.station.doctor.Finding;
import org.fieldstation.station.doctor.Grade;
import org.fieldstation.station.doctor.Patient;
import org.fieldstation.station.doctor.Report;
import org.fieldstation.station.doctor.Sheet;
import org.fieldstation.station.settings.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says of every part of the station whether it works and what to do when it does not. */
@Command(
    name = "doctor",
    description =
        "Looks at every device and at the station itself: what works, what does not, what to do."
            + " Exit 1 when something failed.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final SystemTime time;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "one JSON object a line, for programs")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "in Chinese or English (default: this terminal's)")
  private Language language = Language.ofThisTerminal();

  @Option(names = "--watch", description = "look again and again, until Ctrl-C")
  private boolean watch;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "pause between two looks (default: ${DEFAULT-VALUE})")
  private long every = 2;

  DoctorCommand(SystemTime time) {
    this.time = time;
  }

  @Override
  public Integer call() throws InterruptedException {
    var doctor = Doctor.of(patient());
    var findings = doctor.examine();
    tell(findings);
    while (watch) {
      time.sleep(Duration.ofSeconds(every));
      findings = doctor.examine();
      tell(findings);
    }
    boolean failed = findings.stream().anyMatch(it -> it.grade() == Grade.FAILED);
    return failed ? Complaints.NO : 0;
  }

  private Patient patient() {
    var configuration = config.read();
    return new Patient(
        configuration,
        Path.of("/"),
        ServiceLoader.load(Hardware.class).stream().map(ServiceLoader.Provider::get).toList(),
        () -> checks(configuration),
        time,
        time::evidence,
        name -> InetAddress.getByName(name).getHostAddress());
  }

  private static List<Check> checks(SettingsFile configuration) {
    var models = StationParts.models(configuration, new Packs(new Engine(StationParts.cache())));
    return configuration.settings().models().stream()
        .flatMap(it -> models.pack(it).verify().stream())
        .toList();
  }

  private void tell(List<Finding> findings) {
    var out = spec.commandLine().getOut();
    var tongue = language.tongue();
    if (watch && !json && Ansi.AUTO.enabled()) {
      out.print(CLEAR);
    }
    var lines = json ? new Report(tongue).lines(findings) : new Sheet(tongue).lines(findings);
    lines.forEach(out::println);
    out.flush();
  }
}
