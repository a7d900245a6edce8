package org.fieldstation.station.bring;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.fieldstation.models.pack.Recipe;
import org.fieldstation.models.pack.Recipes;
import org.fieldstation.station.bring.BringException.Code;

/** Brings all that a recipe names into a folder and makes a pack of it, ready to be installed. */
public final class Bringing {
  private final Download download;
  private final Recipes recipes;

  /** Is told how it goes on, now and then. */
  @FunctionalInterface
  public interface Progress {
    void at(String file, long bytes, long of);
  }

  public Bringing(Recipes recipes) {
    this(recipes, Download.client());
  }

  Bringing(Recipes recipes, HttpClient client) {
    this.recipes = recipes;
    this.download = new Download(client);
  }

  /**
   * Brings a recipe's files; those that are there already and right are not brought again.
   *
   * @param folder of its own, kept when the line is cut, to be deleted when the pack is installed
   * @throws BringException saying why it could not be brought
   */
  public void bring(Recipe recipe, Path folder, Progress progress) throws InterruptedException {
    try {
      Files.createDirectories(folder);
      for (var part : recipe.file()) {
        bring(part, folder.resolve(part.name()), progress);
      }
      recipes.cook(recipe, folder);
    } catch (IOException e) {
      throw new BringException(
          Code.UNWRITABLE, folder + ": cannot be written; check space and permissions", e);
    }
  }

  private void bring(Recipe.Part part, Path file, Progress progress)
      throws IOException, InterruptedException {
    if (Files.exists(file) && isRight(part, file)) {
      return;
    }
    download.bring(
        part.url(), file, part.bytes(), bytes -> progress.at(part.name(), bytes, part.bytes()));
    if (!isRight(part, file)) {
      Files.delete(file); // the next try begins anew: these bytes lead nowhere
      throw new BringException(
          Code.WRONG_HASH,
          "%s: what came is not the file that the recipe names; it was thrown away"
              .formatted(part.url()));
    }
  }

  private static boolean isRight(Recipe.Part part, Path file) throws IOException {
    return part.sha256().isPresent()
        ? part.sha256().get().equals(hash("SHA-256", file, ""))
        : part.gitBlob()
            .orElseThrow()
            .equals(hash("SHA-1", file, "blob %d\0".formatted(Files.size(file))));
  }

  private static String hash(String algorithm, Path file, String before) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance(algorithm);
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      var block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /** Deletes what was brought. */
  public static void clean(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // It is in nobody's way; the next time it is used again.
    }
  }
}
