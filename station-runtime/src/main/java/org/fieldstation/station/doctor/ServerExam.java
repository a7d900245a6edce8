package org.fieldstation.station.doctor;

import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.settings.SettingsFile;

/** Whether the station could begin to talk to a server: its key, and the server's name. */
record ServerExam(CentralSettings server, SettingsFile configuration, Patient.Resolver names)
    implements Examination {

  @Override
  public String part() {
    return server.name();
  }

  @Override
  public Finding look() {
    try {
      server.keyFile().ifPresent(configuration::key);
      Stream.of(server.certificateFile(), server.privateKeyFile(), server.serverCertificateFile())
          .flatMap(Optional::stream)
          .forEach(this::require);
    } catch (SettingsException e) {
      return Finding.failed(
              part(),
              Words.of("server.key"),
              Words.of("server.key.do"),
              String.valueOf(e.getMessage()))
          .at(server.uri());
    }
    try {
      var host = URI.create(server.uri()).getHost();
      if (host == null) {
        return Finding.failed(
                part(), Words.of("server.uri"), Words.of("server.uri.do"), server.uri())
            .at(server.uri());
      }
      return Finding.ok(part(), Words.of("server.found", names.resolve(host))).at(server.uri());
    } catch (IllegalArgumentException e) {
      return Finding.failed(part(), Words.of("server.uri"), Words.of("server.uri.do"), server.uri())
          .at(server.uri());
    } catch (UnknownHostException e) {
      return Finding.warning(part(), Words.of("server.unknown"), Words.of("server.unknown.do"))
          .at(server.uri());
    }
  }

  private void require(Path file) {
    var where = configuration.resolve(file);
    if (!Files.isReadable(where)) {
      throw new SettingsException(where + ": cannot be read");
    }
  }
}
