package org.fieldstation.ota.trust;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.ota.publish.Signers.LATER;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.publish.Signers;
import org.fieldstation.ota.trust.TrustException.Code;
import org.junit.jupiter.api.Test;

/** One person with one key cannot count as two. */
class RootTest {
  private final Signers signers = new Signers();
  private final MemoryStore store = new MemoryStore();
  private final TrustClient client =
      new TrustClient(store, new TrustedTime(() -> Signers.NOW, store, java.time.Instant.EPOCH));

  private void isRefused(byte[] root, Code code) {
    assertThatThrownBy(() -> client.install(root)).hasFieldOrPropertyWithValue("code", code);
  }

  @Test
  void aRootSignedByOneOfThreeIsRefused() {
    var draft = signers.root(1, LATER, signers.root);
    isRefused(Signers.sign(draft, signers.root.subList(0, 1)), Code.THRESHOLD);
  }

  @Test
  void oneKeyUnderTwoIdsIsOneSigner() {
    var once = signers.root.getFirst();
    var second = Signers.with(once.key().json(), "x-note", Json.text("another id"));
    var secondId = Sha256.of(Canonical.bytes(second));
    var draft = signers.root(1, LATER, signers.root);
    var keys = Signers.with(draft.fields("keys"), secondId, second);
    var ids = List.of(Json.text(once.key().id()), Json.text(secondId));
    var role = Fields.of(Map.of("keyids", new Items(ids), "threshold", Json.whole(2)));
    var roles = Signers.with(draft.fields("roles"), "root", role);
    var signed = Signers.with(Signers.with(draft, "keys", keys), "roles", roles);
    var envelope = Envelope.read(Signers.sign(signed, List.of(once)));
    var signatures = new TreeMap<>(envelope.signatures());
    signatures.put(secondId, envelope.signatures().getOrDefault(once.key().id(), ""));
    var root = Root.read(signed);
    assertThatThrownBy(() -> root.verify(Role.ROOT, new Envelope(signed, signatures)))
        .hasFieldOrPropertyWithValue("code", Code.THRESHOLD);
  }

  @Test
  void aKeyUnderAForeignIdIsRefused() {
    var draft = signers.root(1, LATER, signers.root);
    var keys = Signers.with(draft.fields("keys"), "abc", signers.root.getFirst().key().json());
    isRefused(Signers.sign(Signers.with(draft, "keys", keys), signers.root), Code.MALFORMED);
  }

  @Test
  void aThresholdOfNobodyIsRefused() {
    var draft = signers.root(1, LATER, signers.root);
    var role = Signers.with(draft.fields("roles").fields("root"), "threshold", Json.whole(0));
    var roles = Signers.with(draft.fields("roles"), "root", role);
    isRefused(Signers.sign(Signers.with(draft, "roles", roles), signers.root), Code.MALFORMED);
  }

  @Test
  void aRootThatLeavesARoleToNobodyIsRefused() {
    var draft = signers.root(1, LATER, signers.root);
    var roles = new TreeMap<>(draft.fields("roles").values());
    roles.remove("targets");
    var signed = Signers.with(draft, "roles", Fields.of(roles));
    isRefused(Signers.sign(signed, signers.root), Code.MALFORMED);
  }
}
