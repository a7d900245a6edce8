package org.fieldstation.sim.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.station.deliver.lwm2m.Secret;

/** The stations a central server knows, a line each: "station identity key-in-hex". */
public final class Accounts {
  private Accounts() {}

  public static List<Account> read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::strip)
          .map(Accounts::account)
          .toList();
    }
  }

  private static Account account(String line) {
    String[] words = line.split("\\s+", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("an account is: station identity key-in-hex");
    }
    return new Account(words[0], words[1], Secret.ofHex(words[2]));
  }
}
