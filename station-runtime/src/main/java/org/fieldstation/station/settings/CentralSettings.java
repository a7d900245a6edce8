package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server to deliver to. It is known either by a key both have (identity, key-file) or by
 * certificates (certificate-file, private-key-file, server-certificate-file).
 *
 * @param name what this station calls the server
 * @param uri for instance {@code coaps://central.example:5684}
 * @param identity the pre-shared key's identity
 * @param keyFile file with the pre-shared key in hex, readable by its owner only; relative to the
 *     configuration file
 * @param certificateFile this station's certificate, PEM
 * @param privateKeyFile its private key, PKCS#8 in PEM, readable by its owner only
 * @param serverCertificateFile the server's own certificate, PEM; no other is believed
 * @param bootstrap whether uri and key are those of a bootstrap server, which gives out the account
 *     to deliver to; no when absent
 * @param answerS seconds to wait for an answer or a receipt before it counts as lost
 * @param retryS the longest pause, in seconds, before another try to register
 * @param lanes {@code urgent}, {@code data}, {@code media}: what it gets; all when absent
 * @param sees {@code all}, or {@code coarse}: sensitive species without their names
 * @param counts {@code application}: only a receipt of the server's application counts; {@code
 *     arrival}: for a server that writes none, the answer to a Send
 * @param gets {@code records}, or {@code readings}: for a server that knows only standard objects,
 *     what sensors measured, as their values with times, and nothing else
 * @param manages whether it may change the configuration, reboot and command; no when absent
 * @param sleeps whether the socket is closed while there is nothing to say (queue mode)
 */
public record CentralSettings(
    String name,
    String uri,
    Optional<String> identity,
    Optional<Path> keyFile,
    Optional<Path> certificateFile,
    Optional<Path> privateKeyFile,
    Optional<Path> serverCertificateFile,
    Optional<Boolean> bootstrap,
    Optional<Integer> answerS,
    Optional<Integer> retryS,
    Optional<List<String>> lanes,
    Optional<String> sees,
    Optional<String> counts,
    Optional<String> gets,
    Optional<Boolean> manages,
    Optional<Boolean> sleeps) {
  private static final List<String> LANES = List.of("urgent", "data", "media");

  public CentralSettings {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) {
      throw new IllegalArgumentException(
          "a server's name must be 1 to 32 letters, digits, dots, dashes or underscores");
    }
    if (answerS.orElse(1) < 1 || retryS.orElse(1) < 1) {
      throw new IllegalArgumentException("answer-s and retry-s must be at least 1");
    }
    boolean key = identity.isPresent() && keyFile.isPresent();
    boolean certificates =
        certificateFile.isPresent()
            && privateKeyFile.isPresent()
            && serverCertificateFile.isPresent();
    boolean parts =
        identity.isPresent() != keyFile.isPresent()
            || certificateFile.isPresent() != certificates
            || privateKeyFile.isPresent() != certificates
            || serverCertificateFile.isPresent() != certificates;
    if (parts || key == certificates) {
      throw new IllegalArgumentException(
          "a server needs either identity and key-file, or certificate-file, private-key-file and"
              + " server-certificate-file");
    }
    if (lanes.isPresent() && (lanes.get().isEmpty() || !LANES.containsAll(lanes.get()))) {
      throw new IllegalArgumentException("lanes are urgent, data, media; at least one");
    }
    if (!List.of("all", "coarse").contains(sees.orElse("all"))) {
      throw new IllegalArgumentException("sees must be all or coarse");
    }
    if (!List.of("application", "arrival").contains(counts.orElse("application"))) {
      throw new IllegalArgumentException("counts must be application or arrival");
    }
    if (!List.of("records", "readings").contains(gets.orElse("records"))) {
      throw new IllegalArgumentException("gets must be records or readings");
    }
    if (gets.equals(Optional.of("readings")) && !counts.equals(Optional.of("arrival"))) {
      throw new IllegalArgumentException(
          "a server that gets readings writes no receipts; say counts = \"arrival\"");
    }
  }

  /** Whether it gets what is in a lane. */
  public boolean takes(String lane) {
    return lanes.isEmpty() || lanes.get().contains(lane);
  }
}
