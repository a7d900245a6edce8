package org.fieldstation.ota.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.ota.publish.Signers.NOW;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.publish.Signers;
import org.fieldstation.ota.trust.TrustException.Code;
import org.junit.jupiter.api.BeforeEach;

/** One station, one repository with a first release, and a clock. */
abstract class TrustFixture {
  static final byte[] CONTENT = {1, 2, 3};
  static final Target TARGET =
      new Target("station-1.manifest", 3, Sha256.of(CONTENT), Fields.of(Map.of()));
  static final Instant PAST = NOW.minusSeconds(1);

  final Signers signers = new Signers();
  final Map<String, byte[]> files = signers.repository.files;
  final MemoryStore store = new MemoryStore();
  Instant clock = NOW;
  TrustClient client = client();

  @BeforeEach
  void firstRelease() {
    client.install(signers.firstRoot());
    signers.publish(1, TARGET);
    files.put("targets/" + TARGET.consistentName(), CONTENT);
  }

  TrustClient client() {
    return new TrustClient(store, new TrustedTime(() -> clock, store, Instant.EPOCH));
  }

  Targets refresh() throws IOException {
    return client.refresh(signers.repository);
  }

  byte[] file(String name) {
    return Objects.requireNonNull(files.get(name));
  }

  void isRefused(Code code) {
    assertThatThrownBy(this::refresh)
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
