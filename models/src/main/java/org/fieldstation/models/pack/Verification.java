package org.fieldstation.models.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.fieldstation.models.ModelException;

/**
 * Tries a pack from the outside in: the files, then the model, then what it says of known sounds or
 * pictures through the front end and engine that will be used. What fails ends it, because the rest
 * would only fail with it; goldens are all tried.
 */
final class Verification {
  private final PackReader reader;
  private final Manifest manifest;
  private final List<Check> checks = new ArrayList<>();

  Verification(PackReader reader, Manifest manifest) {
    this.reader = reader;
    this.manifest = manifest;
  }

  List<Check> of(Pack pack) {
    return of(() -> pack);
  }

  List<Check> of(Supplier<Pack> opening) {
    boolean whole =
        tried("labels", () -> reader.labels(manifest).size() + " labels, hash right")
            && tried("model", () -> hash(manifest));
    if (whole) {
      tried(
          "engine",
          () -> {
            try (var asked = Examinee.of(opening.get())) {
              asked.tryOut(manifest);
              manifest.goldens().forEach(golden -> golden(asked, golden));
            }
            return "opens, runs, fits its manifest";
          });
    }
    if (manifest.goldens().isEmpty()) {
      checks.add(
          new Check(
              "golden",
              Check.Result.NOT_TRIED,
              "the manifest has no [[golden]]: nothing shows that the scores are right"));
    }
    return List.copyOf(checks);
  }

  private String hash(Manifest of) {
    reader.verify(of.model());
    return "sha256 " + of.model().sha256();
  }

  private void golden(Examinee asked, Golden golden) {
    var what = "golden %s: %s".formatted(golden.sound(), golden.label());
    tried(
        what,
        () -> {
          float score = asked.score(golden, reader, manifest);
          var detail =
              String.format(
                  Locale.ROOT,
                  "score %.4f, expected %.4f ± %.4f",
                  score,
                  golden.score(),
                  golden.tolerance());
          if (!golden.accepts(score)) {
            throw new ModelException(ModelException.Code.FAILED, detail);
          }
          return detail;
        });
  }

  private boolean tried(String what, Supplier<String> attempt) {
    int place = checks.size();
    try {
      var detail = attempt.get();
      checks.add(place, Check.passed(what, detail));
      return true;
    } catch (ModelException e) {
      checks.add(place, Check.failed(what, String.valueOf(e.getMessage())));
      return false;
    }
  }
}
