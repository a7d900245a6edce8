package org.fieldstation.models.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.Sha256;

/**
 * Manifests, written for this project, of public models it may not or need not ship.
 *
 * <p>A model is recognised by its hash, whatever its file is called. Its labels are in the
 * catalogue too, or beside the model and again recognised by their hash.
 */
final class Catalogue {
  private static final PackFiles.Resources RESOURCES =
      new PackFiles.Resources("/org/fieldstation/models/catalogue/");
  private static final List<String> MANIFESTS =
      List.of(
          "birdnet-stm32n6-100.toml",
          "acdnet20-esc50.toml",
          "coral-inat-birds.toml",
          "coral-inat-insects.toml",
          "coral-mobilenet-v1-128.toml");

  /** A directory with more files than this is not one somebody put a model in. */
  private static final int MOST_NEIGHBOURS = 1000;

  /** The manifests, in a fixed order. */
  List<Manifest> recipes() {
    return MANIFESTS.stream().map(name -> Source.of(RESOURCES, name).manifest()).toList();
  }

  /** The pack of a model that lies somewhere. */
  Source source(Path model) {
    var hash = hash(model);
    var known =
        MANIFESTS.stream()
            .map(name -> Source.of(RESOURCES, name))
            .filter(recipe -> recipe.manifest().model().sha256().equals(hash))
            .findFirst()
            .orElseThrow(() -> unknown(model, hash));
    var reader = new PackReader(files(model, known.manifest()));
    return new Source(reader, known.manifest(), RESOURCES, known.manifestName());
  }

  private static PackFiles files(Path model, Manifest manifest) {
    var labels = manifest.labels();
    if (PackFiles.class.getResource(RESOURCES.path() + labels.file()) != null) {
      return new PackFiles.Catalogued(model, labels.file(), RESOURCES, labels.file());
    }
    var directory = Packs.directory(model);
    var neighbour = neighbour(directory, labels.sha256()).orElseThrow(() -> lost(model, labels));
    return new PackFiles.Catalogued(
        model, labels.file(), new PackFiles.Directory(directory), neighbour);
  }

  private static Optional<String> neighbour(Path directory, String sha256) {
    try (var files = Files.list(directory)) {
      return files
          .limit(MOST_NEIGHBOURS)
          .filter(file -> file.toString().endsWith(".txt") || file.toString().endsWith(".tsv"))
          .filter(file -> isSmall(file) && hash(file).equals(sha256))
          .map(file -> String.valueOf(file.getFileName()))
          .findFirst();
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= PackReader.LARGEST_LABELS;
    } catch (IOException e) {
      return false; // gone since it was listed
    }
  }

  private static String hash(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ModelException unknown(Path model, String hash) {
    return new ModelException(
        Code.ABSENT,
        "%s: no model with sha256 %s is in the catalogue; write a pack.toml beside it and open that"
            .formatted(model, hash));
  }

  private static ModelException lost(Path model, Manifest.LabelsFile labels) {
    return new ModelException(
        Code.ABSENT,
        "%s: its labels, sha256 %s, are not beside it; put %s there"
            .formatted(model, labels.sha256(), labels.file()));
  }

  private static ModelException unreadable(Path path, IOException e) {
    return new ModelException(Code.ABSENT, "%s: cannot be read (%s)".formatted(path, e), e);
  }
}
