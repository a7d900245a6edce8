package org.fieldstation.ota.update;

import java.util.Set;
import java.util.stream.Collectors;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.Target;
import org.fieldstation.ota.trust.TrustException;
import org.fieldstation.ota.update.Verdict.Result;

/** What the signers say about a release beside its hash. */
record Release(Set<String> architectures, long java, long epoch) {

  static Release of(Target target) {
    try {
      Fields custom = target.custom();
      return new Release(
          custom.items("architectures").stream()
              .map(word -> word.as(Text.class, "architecture").value())
              .collect(Collectors.toUnmodifiableSet()),
          custom.whole("java"),
          custom.whole("epoch"));
    } catch (JsonException e) {
      throw new TrustException(TrustException.Code.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  void mustFit(Platform platform, long oldestEpoch) {
    if (!architectures.contains(platform.architecture())) {
      throw new Refusal(Result.UNSUPPORTED, "WRONG_ARCHITECTURE");
    }
    if (platform.java() < java) {
      throw new Refusal(Result.UNSUPPORTED, "JAVA_TOO_OLD");
    }
    if (epoch < oldestEpoch) {
      throw new TrustException(
          TrustException.Code.OLD_EPOCH, "epoch %d after %d".formatted(epoch, oldestEpoch));
    }
  }
}
