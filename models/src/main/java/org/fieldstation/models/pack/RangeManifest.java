package org.fieldstation.models.pack;

/**
 * What {@code range.toml} says of a model of ranges; each component is a key.
 *
 * @param format of the manifest itself, 1
 * @param labels scientific names, one a line, in the order of the outputs
 */
public record RangeManifest(
    int format,
    String id,
    String version,
    String title,
    String licence,
    String citation,
    String origin,
    Manifest.ModelFile model,
    Names labels) {

  /** The names: a plain file name beside the manifest, and its hash. */
  public record Names(String file, String sha256) {
    public Names {
      Checks.fileName(file);
      Checks.sha256(sha256);
    }
  }

  public RangeManifest {
    Checks.that(
        format == 1, "format %d is not known to this release, which knows 1".formatted(format));
  }
}
