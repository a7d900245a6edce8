package org.fieldstation.ota.update;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.Target;
import org.fieldstation.ota.trust.TrustException;

/** A signed release as a person chooses among them; later versions are greater. */
public record Offer(String name, String version, Set<String> architectures, long java)
    implements Comparable<Offer> {

  public Offer {
    architectures = Set.copyOf(architectures);
  }

  /** Nothing for a signed file that is no release of the station. */
  public static Optional<Offer> of(Target target) {
    try {
      var release = Release.of(target);
      var version =
          target
              .custom()
              .find("version")
              .map(text -> text.as(Text.class, "version").value())
              .orElse("");
      return Optional.of(
          new Offer(target.name(), version, release.architectures(), release.java()));
    } catch (JsonException | TrustException _) {
      return Optional.empty();
    }
  }

  public boolean fits(Platform platform) {
    return architectures.contains(platform.architecture()) && java <= platform.java();
  }

  /** Numbers by their value, words by their letters: 1.10.0 comes after 1.9.3. */
  @Override
  public int compareTo(Offer other) {
    return Comparator.comparing((Offer offer) -> padded(offer.version()))
        .thenComparing(Offer::name)
        .compare(this, other);
  }

  private static String padded(String version) {
    return Pattern.compile("\\d{1,9}")
        .matcher(version)
        .replaceAll(number -> "0".repeat(10 - number.group().length()) + number.group());
  }
}
