package org.fieldstation.ota.trust;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.TrustException.Code;

/** Who may sign what (§4.3). */
record Root(
    Header header, boolean consistentSnapshot, Map<String, Key> keys, Map<Role, Keys> roles) {

  /** So many of these must sign. */
  record Keys(long threshold, Set<String> ids) {
    Keys {
      ids = Set.copyOf(ids);
      if (threshold < 1) {
        throw new JsonException("a threshold below one");
      }
    }
  }

  Root {
    keys = Map.copyOf(keys);
    roles = Map.copyOf(roles);
  }

  static Root read(Fields signed) {
    var keys = new HashMap<String, Key>();
    signed
        .fields("keys")
        .values()
        .forEach((id, key) -> keys.put(id, Key.read(id, key.as(Fields.class, id))));
    var roles = new EnumMap<Role, Keys>(Role.class);
    for (var role : Role.values()) {
      roles.put(role, keys(signed.fields("roles").fields(role.word())));
    }
    var consistent = signed.find("consistent_snapshot").isPresent();
    return new Root(
        Header.read(Role.ROOT, signed),
        consistent && signed.truth("consistent_snapshot"),
        keys,
        roles);
  }

  private static Keys keys(Fields role) {
    var ids = new HashSet<String>();
    for (var id : role.items("keyids")) {
      if (!ids.add(id.as(Text.class, "keyid").value())) {
        throw new JsonException("one key id twice in a role");
      }
    }
    return new Keys(role.whole("threshold"), ids);
  }

  /**
   * Counts keys, not signatures: two ids of the same key are one signer, and a key that signed for
   * another role is none.
   */
  void verify(Role role, Envelope envelope) {
    var wanted = roles.get(role);
    if (wanted == null) {
      throw new TrustException(Code.UNKNOWN_ROLE, "nobody may sign " + role.word());
    }
    var message = Canonical.bytes(envelope.signed());
    var signers = new HashSet<String>();
    envelope
        .signatures()
        .forEach((id, signature) -> {
          var key = wanted.ids().contains(id) ? keys.get(id) : null;
          if (key != null && key.verifies(message, signature)) {
            signers.add(key.publicHex());
          }
        });
    if (signers.size() < wanted.threshold()) {
      throw new TrustException(
          Code.THRESHOLD,
          "%s has %d of %d signatures".formatted(role.word(), signers.size(), wanted.threshold()));
    }
  }
}
