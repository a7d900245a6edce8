package org.fieldstation.models.pack;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How a public model that this project may not, or need not, ship is brought from where its makers
 * put it: every file by its address and its hash, so that it does not matter who hands it over.
 *
 * @param id what it is asked for by
 * @param manifest file name of its manifest in the catalogue, in which {@code @file@} stands for
 *     the SHA-256 of that file where it is known only after it was brought
 * @param licence as it must be accepted
 * @param file the files
 * @param namedLabels how its labels are put together; absent when they come whole
 * @param labels a label file of the catalogue, where its makers bring none that says enough
 */
public record Recipe(
    String id,
    String manifest,
    String title,
    String licence,
    List<Part> file,
    Optional<NamedLabels> namedLabels,
    Optional<String> labels) {
  public Recipe {
    file = List.copyOf(file);
    Checks.that(!file.isEmpty(), "a recipe without files");
    Checks.fileName(manifest);
    labels.ifPresent(Checks::fileName);
    Checks.that(labels.isEmpty() || namedLabels.isEmpty(), "a recipe with two kinds of labels");
  }

  /**
   * One file.
   *
   * @param name in the pack
   * @param url where it is
   * @param sha256 its hash
   * @param gitBlob its name in a git repository, which is the SHA-1 of its length and content,
   *     where nobody has published a better hash
   * @param bytes its length, at most
   */
  public record Part(
      String name, URI url, Optional<String> sha256, Optional<String> gitBlob, long bytes) {
    public Part {
      Checks.fileName(name);
      Checks.that(sha256.isPresent() != gitBlob.isPresent(), "a file has one hash");
      sha256.ifPresent(Checks::sha256);
      gitBlob.ifPresent(
          hash -> Checks.that(hash.matches("[0-9a-f]{40}"), "git-blob is 40 hexadecimal digits"));
      Checks.that(
          "https".equals(url.getScheme()) || "http".equals(url.getScheme()), "url must be http(s)");
      Checks.that(bytes > 0 && bytes <= PackReader.LARGEST_MODEL, "bytes must be its length");
    }
  }

  /**
   * Labels that are put together from a list of names and from other names by them.
   *
   * @param names file of names, one a line or in the last column, in the order of the outputs
   * @param species whether names of two words are scientific ones
   * @param en file of English names by those names, a JSON object
   * @param zh file of Chinese names by those names, a JSON object
   * @param threshold for all that are told
   */
  public record NamedLabels(
      String names, boolean species, Optional<String> en, Optional<String> zh, double threshold) {
    public NamedLabels {
      Checks.fileName(names);
      Checks.threshold(threshold);
    }
  }

  /** Whether it is of a model of ranges, and not of one that names things. */
  public boolean isRange() {
    return manifest.endsWith("-range.toml");
  }

  /** All bytes that have to be brought, at most. */
  public long bytes() {
    return file.stream().mapToLong(Part::bytes).sum();
  }
}
