package org.fieldstation.ota.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.publish.Drafts;
import org.fieldstation.ota.publish.Signers;
import org.fieldstation.ota.publish.Signing;
import org.fieldstation.ota.trust.Publishable;
import org.fieldstation.ota.trust.Target;
import org.fieldstation.ota.trust.Targets;
import org.fieldstation.ota.trust.TrustException;
import org.junit.jupiter.api.Test;

/** One name for a mixed fleet, and each station takes the file that is signed for it. */
class ChoiceTest {
  private static final String RELEASE = "station-2.manifest";
  private static final Platform PI = new Platform("aarch64", 25);

  private final Map<String, Target> signed = new TreeMap<>();

  private void sign(String name, String release, String... architectures) {
    var words = java.util.Arrays.stream(architectures).map(Json::text).toList();
    var custom =
        Fields.of(
            Map.of(
                "release", Json.text(release),
                "architectures", new Items(words),
                "java", Json.whole(25),
                "epoch", Json.whole(1)));
    signed.put(name, new Target(name, 1, Sha256.of(new byte[1]), custom));
  }

  private Target choose(String name) {
    var draft = Drafts.targets(1, Signers.LATER, signed.values());
    var files = Publishable.targets(Signing.unsigned(draft));
    return Choice.of(new Targets(1, files), name, PI);
  }

  @Test
  void ofAReleaseTheFileForThisComputerIsTaken() {
    sign("station-2-x86_64.manifest", RELEASE, "x86_64");
    sign("station-2-aarch64.manifest", RELEASE, "aarch64");
    assertThat(choose(RELEASE).name()).isEqualTo("station-2-aarch64.manifest");
  }

  @Test
  void aFileThatIsNamedItselfIsTakenAndCheckedLater() {
    sign("station-2-x86_64.manifest", RELEASE, "x86_64");
    assertThat(choose("station-2-x86_64.manifest").name()).isEqualTo("station-2-x86_64.manifest");
  }

  @Test
  void aReleaseThatWasMadeForOthersOnlyIsUnsupported() {
    sign("station-2-x86_64.manifest", RELEASE, "x86_64");
    assertThatThrownBy(() -> choose(RELEASE))
        .isInstanceOf(Refusal.class)
        .hasMessage("WRONG_ARCHITECTURE");
  }

  @Test
  void aReleaseThatNobodySignedIsUnknown() {
    sign("station-2-aarch64.manifest", RELEASE, "aarch64");
    assertThatThrownBy(() -> choose("station-3.manifest"))
        .hasFieldOrPropertyWithValue("code", TrustException.Code.UNKNOWN_TARGET);
  }

  @Test
  void aSignedFileOfAnotherKindIsNoRelease() {
    signed.put("pack", new Target("pack", 1, Sha256.of(new byte[1]), Fields.of(Map.of())));
    assertThatThrownBy(() -> choose(RELEASE))
        .hasFieldOrPropertyWithValue("code", TrustException.Code.UNKNOWN_TARGET);
  }
}
