package org.fieldstation.models.pack;

import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.models.image.Drawing;

/**
 * What a pack must answer to one known sound or picture; each component is a key.
 *
 * <p>Every station runs these through its own front end and engine before it trusts the pack: a
 * damaged front end, another engine or a machine that calculates differently shows here.
 *
 * @param formula a sound that is calculated, so that no recording has to be passed on
 * @param drawing a picture that is calculated, for a pack for pictures
 * @param file or a recording of one window beside the manifest: mono, 16 bit, at the pack's rate
 * @param sha256 the recording's hash
 * @param label whose score is known
 * @param tolerance how far from it the score may be: engines differ in the last digits
 */
public record Golden(
    Optional<Formula> formula,
    Optional<Drawing> drawing,
    Optional<String> file,
    Optional<String> sha256,
    String label,
    double score,
    double tolerance) {

  public Golden {
    Checks.that(
        Stream.of(formula, drawing, file).filter(Optional::isPresent).count() == 1,
        "a golden sound has either a formula or a file, a golden picture a drawing");
    Checks.that(
        file.isPresent() == sha256.isPresent(), "sha256 belongs to a golden file, and to it only");
    file.ifPresent(Checks::fileName);
    file.ifPresent(f -> Checks.that(f.endsWith(".wav"), "a golden file must end in .wav"));
    sha256.ifPresent(Checks::sha256);
    Checks.that(score >= 0 && score <= 1, "score must be from 0 to 1, was " + score);
    Checks.that(
        tolerance > 0 && tolerance <= MOST_TOLERANCE,
        "tolerance must be above 0 and at most %s: more would prove nothing"
            .formatted(MOST_TOLERANCE));
  }

  static final double MOST_TOLERANCE = 0.25;

  /** What messages call the sound or picture. */
  String sound() {
    return formula
        .map(Formula::word)
        .or(() -> drawing.map(Drawing::word))
        .or(() -> file)
        .orElse("");
  }

  boolean accepts(float found) {
    return Math.abs(found - score) <= tolerance;
  }
}
