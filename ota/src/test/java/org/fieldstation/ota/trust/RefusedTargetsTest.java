package org.fieldstation.ota.trust;

import static org.fieldstation.ota.publish.Signers.LATER;
import static org.fieldstation.ota.publish.Signers.NOW;
import static org.fieldstation.ota.publish.Signers.sign;
import static org.fieldstation.ota.publish.Signers.with;

import java.util.List;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.publish.Drafts;
import org.fieldstation.ota.trust.TrustException.Code;
import org.junit.jupiter.api.Test;

/** Lists of targets, and metadata of any kind, that no honest signer would have made. */
class RefusedTargetsTest extends TrustFixture {

  @Test
  void targetsSignedByOneOfTheTwoNeededAreRefused() {
    var draft = Drafts.targets(2, LATER, List.of(TARGET));
    signers.publish(2, 2, sign(draft, signers.targets.subList(0, 1)), LATER);
    isRefused(Code.THRESHOLD);
  }

  @Test
  void targetsSignedByAStolenServersKeyAreRefused() {
    var draft = Drafts.targets(2, LATER, List.of(TARGET));
    signers.publish(2, 2, sign(draft, signers.online), LATER);
    isRefused(Code.THRESHOLD);
  }

  @Test
  void expiredTargetsAreRefused() {
    var draft = Drafts.targets(2, PAST, List.of(TARGET));
    signers.publish(2, 2, sign(draft, signers.targets), LATER);
    isRefused(Code.EXPIRED);
  }

  @Test
  void targetsOfAnotherVersionThanTheSnapshotSaysAreRefused() {
    var draft = Drafts.targets(1, LATER, List.of(TARGET));
    signers.publish(2, 2, sign(draft, signers.targets), LATER);
    isRefused(Code.MIX_AND_MATCH);
  }

  @Test
  void otherTargetsThanTheSnapshotSaysAreRefused() {
    var renamed = new Target("station-2.manifest", 3, TARGET.sha256(), TARGET.custom());
    var other = sign(Drafts.targets(1, LATER, List.of(renamed)), signers.targets.subList(1, 3));
    files.put("metadata/1.targets.json", other);
    isRefused(Code.WRONG_HASH);
  }

  @Test
  void oneRolesMetadataInAnothersPlaceIsRefused() {
    var draft = Drafts.snapshot(2, LATER, 1, new byte[1]);
    files.put("metadata/timestamp.json", sign(draft, signers.online));
    isRefused(Code.WRONG_ROLE);
  }

  @Test
  void anUnknownRoleIsRefused() {
    var draft = with(Drafts.timestamp(2, NOW, LATER, 1, new byte[1]), "_type", Json.text("king"));
    files.put("metadata/timestamp.json", sign(draft, signers.online));
    isRefused(Code.UNKNOWN_ROLE);
  }

  @Test
  void anotherMajorSpecificationIsRefused() {
    var draft = Drafts.timestamp(2, NOW, LATER, 1, new byte[1]);
    files.put(
        "metadata/timestamp.json",
        sign(with(draft, "spec_version", Json.text("2.0.0")), signers.online));
    isRefused(Code.MALFORMED);
  }

  @Test
  void metadataThatNeverEndsIsCutOff() {
    files.put("metadata/timestamp.json", new byte[1 << 20]);
    isRefused(Code.ENDLESS);
    files.put("metadata/2.root.json", new byte[1 << 20]);
    isRefused(Code.ENDLESS);
  }

  @Test
  void aMissingFileIsNamed() {
    files.remove("metadata/1.targets.json");
    isRefused(Code.MISSING);
  }
}
