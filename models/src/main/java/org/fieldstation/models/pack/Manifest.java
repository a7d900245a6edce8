package org.fieldstation.models.pack;

import java.util.List;
import java.util.Optional;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.image.BoxSettings;
import org.fieldstation.models.image.PictureSettings;

/**
 * What {@code pack.toml} says; each component is a key.
 *
 * @param format of the manifest itself, 1
 * @param id lower-case words and hyphens
 * @param title one line for people
 * @param licence SPDX name or a short text
 * @param citation how to cite the model
 * @param origin where it comes from
 * @param input the sound the model wants; of packs for sound and of no other
 * @param picture the picture it wants; of packs for pictures and of no other
 * @param boxes how its answers say where something is; absent when they do not
 * @param golden known sounds or pictures and what the model must answer to them
 */
public record Manifest(
    int format,
    String id,
    String version,
    Kind kind,
    String title,
    String licence,
    String citation,
    String origin,
    ModelFile model,
    LabelsFile labels,
    Optional<InputSettings> input,
    Optional<PictureSettings> picture,
    Optional<BoxSettings> boxes,
    Output output,
    Optional<List<Golden>> golden) {

  /** What a pack names things in. */
  public enum Kind {
    SOUND,
    IMAGE
  }

  /** What comes out of the model, and so what is left to do for a score from 0 to 1. */
  public enum Activation {
    SOFTMAX,
    SIGMOID,
    LOGITS_SOFTMAX,
    LOGITS_SIGMOID
  }

  /** The model: a plain file name beside the manifest, and its hash. */
  public record ModelFile(String file, String sha256) {
    public ModelFile {
      Checks.fileName(file);
      Checks.sha256(sha256);
    }
  }

  /**
   * The labels: a plain file name beside the manifest, and its hash.
   *
   * @param threshold for all of them, when the file has none
   */
  public record LabelsFile(String file, String sha256, Optional<Double> threshold) {
    public LabelsFile {
      Checks.fileName(file);
      Checks.sha256(sha256);
      Checks.that(file.endsWith(".tsv") || file.endsWith(".txt"), "file must end in .tsv or .txt");
      Checks.that(
          threshold.isPresent() != hasColumns(file),
          hasColumns(file)
              ? "threshold has no effect: a .tsv has thresholds of its own"
              : "threshold is missing: a .txt has none of its own");
      threshold.ifPresent(Checks::threshold);
    }

    boolean hasColumns() {
      return hasColumns(file);
    }

    private static boolean hasColumns(String file) {
      return file.endsWith(".tsv");
    }
  }

  /**
   * What comes out of the model.
   *
   * @param scoresOutput which output has the scores, from 0; the first when absent
   * @param embeddingOutput which output has what the model made of the sound before it named it
   */
  public record Output(
      Activation activation, Optional<Integer> scoresOutput, Optional<Integer> embeddingOutput) {
    public Output {
      Checks.between("scores-output", scoresOutput.orElse(0), 0, 7);
      Checks.between("embedding-output", embeddingOutput.orElse(0), 0, 7);
      Checks.that(
          embeddingOutput.isEmpty() || !embeddingOutput.get().equals(scoresOutput.orElse(0)),
          "scores-output and embedding-output are two outputs of the model");
    }

    /** Which of the model's outputs has the scores, from 0. */
    public int scores() {
      return scoresOutput.orElse(0);
    }
  }

  public Manifest {
    Checks.that(
        format == 1, "format %d is not known to this release, which knows 1".formatted(format));
    Checks.that(
        id.matches("[a-z0-9][a-z0-9._-]{0,63}"),
        "id must be 1 to 64 lower-case letters, digits, dots, - and _");
    Checks.that(
        version.matches("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}"),
        "version must be 1 to 64 letters, digits, dots, + and -");
    Checks.that(
        input.isPresent() == (kind == Kind.SOUND),
        "[input] belongs to kind \"sound\" and to no other");
    Checks.that(
        picture.isPresent() == (kind == Kind.IMAGE),
        "[picture] belongs to kind \"image\" and to no other");
    Checks.that(
        boxes.isEmpty() || kind == Kind.IMAGE, "[boxes] has no effect unless kind is \"image\"");
    boolean drawn = kind == Kind.IMAGE;
    Checks.that(
        golden.stream().flatMap(List::stream).allMatch(one -> one.drawing().isPresent() == drawn),
        "a golden picture is a drawing, a golden sound a formula or a file");
    golden = golden.map(List::copyOf);
  }

  /** The sound that a pack for sound wants. */
  public InputSettings sound() {
    return input.orElseThrow(() -> wrong("pictures, not sound"));
  }

  /** The picture that a pack for pictures wants. */
  public PictureSettings image() {
    return picture.orElseThrow(() -> wrong("sound, not pictures"));
  }

  private ModelException wrong(String what) {
    return new ModelException(
        Code.WRONG_KIND, "%s %s is a pack for %s".formatted(id, version, what));
  }

  /** The golden sounds or pictures, none when the manifest has no such section. */
  public List<Golden> goldens() {
    return golden.orElse(List.of());
  }
}
