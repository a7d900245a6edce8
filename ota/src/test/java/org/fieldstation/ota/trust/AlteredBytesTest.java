package org.fieldstation.ota.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.ota.publish.Signers.NOW;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.publish.Signers;
import org.junit.jupiter.api.Test;

/** No damage on the way, of whatever kind, becomes anything but a refusal. */
class AlteredBytesTest {
  private final SplittableRandom random = new SplittableRandom(6);
  private final Signers signers = new Signers();
  private final byte[] root = signers.firstRoot();

  @Test
  void aThousandAlteredBytesInstallNothingThatWasNotSigned() {
    var target = new Target("a", 1, Sha256.of(new byte[1]), Fields.of(Map.of()));
    signers.publish(1, target);
    var honest = Map.copyOf(signers.repository.files);
    var names = List.copyOf(honest.keySet());
    for (int i = 0; i < 1000; i++) {
      var name = names.get(random.nextInt(names.size()));
      signers.repository.files.putAll(honest);
      signers.repository.files.put(name, alter(honest.getOrDefault(name, new byte[0])));
      assertThat(refreshed()).as("%s altered, try %d", name, i).isIn(List.of(), List.of(target));
    }
  }

  /** What is believed: nothing, or what was signed (an altered blank outside the signed part). */
  private List<Target> refreshed() {
    var store = new MemoryStore();
    var client = new TrustClient(store, new TrustedTime(() -> NOW, store, Instant.EPOCH));
    client.install(root);
    try {
      return List.copyOf(client.refresh(signers.repository).files().values());
    } catch (TrustException _) {
      return List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] alter(byte[] bytes) {
    if (random.nextInt(10) == 0) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    var altered = bytes.clone();
    altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
    return altered;
  }
}
