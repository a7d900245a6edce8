package org.fieldstation.station.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fieldstation.station.CredentialFiles;
import org.fieldstation.station.collect.CarriedReceipts;
import org.fieldstation.station.collect.CarriedRecords;
import org.fieldstation.station.collect.Letterbox;
import org.fieldstation.station.deliver.lwm2m.Credentials;
import org.fieldstation.station.deliver.lwm2m.GivenAccount;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.text.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries records by hand where no link is, also while the station runs. */
@Command(
    name = "collect",
    description =
        "Puts what waits for a server on a stick, sealed for that server, and takes the receipts"
            + " that the stick brings back.",
    mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "STICK", description = "the folder where the stick is mounted")
  private Path stick = Path.of("");

  @Option(names = "--server", paramLabel = "NAME", description = "only for this server")
  private Optional<String> only = Optional.empty();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Override
  public Integer call() {
    var configuration = config.read();
    if (!Files.isDirectory(stick)) {
      throw new SettingsException(stick + ": is no folder; say where the stick is mounted");
    }
    var servers =
        configuration.settings().centrals().stream()
            .filter(server -> only.map(server.name()::equals).orElse(true))
            .toList();
    if (servers.isEmpty()) {
      throw new SettingsException(
          configuration.file() + ": knows no server " + only.orElse("at all"));
    }
    servers.forEach(server -> collect(configuration, server));
    return 0;
  }

  private void collect(SettingsFile configuration, CentralSettings server) {
    var station = configuration.settings().station().name();
    byte[] key = key(configuration, server);
    var receipts = CarriedReceipts.on(stick, station, server.name(), key).read();
    if (!receipts.isEmpty()) {
      Letterbox.in(config.data()).leave(server.name(), receipts);
    }
    try (var journal = JournalReader.open(config.data())) {
      var taken =
          CarriedRecords.on(stick, station, server.name(), key)
              .take(journal, server.name(), receipts, new SecureRandom(), _ -> {});
      tell(server.name(), receipts.size(), taken);
    }
  }

  private static byte[] key(SettingsFile configuration, CentralSettings server) {
    return new CredentialFiles(configuration)
        .account(server)
        .map(GivenAccount::credentials)
        .filter(Credentials.SharedKey.class::isInstance)
        .map(account -> ((Credentials.SharedKey) account).key().bytes())
        .orElseThrow(() ->
            new SettingsException(
                server.name() + ": a stick is sealed with a key; this server has none"));
  }

  private void tell(String server, int receipts, CarriedRecords.Taken taken) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new JsonLine()
              .put("server", server)
              .put("receipts", receipts)
              .put("parcels", taken.parcels())
              .put("records", taken.records())
              .put("bytes", taken.bytes()));
      return;
    }
    if (receipts > 0) {
      out.println(server + ": the stick brought receipts; the station takes them within seconds");
    }
    out.printf(
        "%s: %d records in %d parcels (%d bytes) are on the stick%n",
        server, taken.records(), taken.parcels(), taken.bytes());
  }
}
