package org.fieldstation.station.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BiConsumer;
import org.fieldstation.station.collect.CollectException.Code;
import org.fieldstation.station.journal.Receipt;

/**
 * Where receipts that came by hand wait for the running station, which alone may write its journal.
 * Whoever may write here owns the station's data anyway.
 */
public record Letterbox(Path folder) {
  private static final String ENDING = ".receipts";

  /** The letterbox of a data folder. */
  public static Letterbox in(Path data) {
    return new Letterbox(data.resolve("letterbox"));
  }

  /** Leaves receipts of a server. */
  public void leave(String server, List<Receipt> receipts) {
    try {
      Files.createDirectories(folder);
      var part = Files.createTempFile(folder, server, ".part");
      Files.writeString(part, CarriedReceipts.text(receipts), UTF_8);
      Files.move(part, folder.resolve(server + ENDING), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CollectException(Code.STICK, folder + ": cannot be written", e);
    }
  }

  /**
   * Hands over each receipt that waits, with its server's name, and forgets it afterwards. One that
   * is handed over twice, because the power went in between, changes nothing.
   */
  public void empty(BiConsumer<String, Receipt> journal) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        var server = name.substring(0, name.length() - ENDING.length());
        try {
          Files.readString(file, UTF_8)
              .lines()
              .forEach(line -> journal.accept(server, CarriedReceipts.receipt(line)));
        } finally {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new CollectException(Code.STICK, folder + ": cannot be emptied", e);
    }
  }
}
