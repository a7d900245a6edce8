package org.fieldstation.ota.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonReader;
import org.junit.jupiter.api.Test;

/** The platform's Ed25519 against known tricks: malleable, truncated, badly encoded signatures. */
class WycheproofTest {
  private static final Path VECTORS =
      Path.of(
          System.getProperty("fieldstation.shared", "../shared"),
          "data/crypto/wycheproof/ed25519_test.json");

  @Test
  void everyKnownTrickWithASignatureIsSeenThrough() throws IOException {
    assumeTrue(
        Files.exists(VECTORS), VECTORS + " is not on this machine (-Dfieldstation.shared=…)");
    var all = JsonReader.read(Files.readAllBytes(VECTORS)).as(Fields.class, "vectors");
    var tried = 0;
    for (Json item : all.items("testGroups")) {
      var group = item.as(Fields.class, "group");
      var key = group.fields("publicKey").text("pk");
      for (Json test : group.items("tests")) {
        var vector = test.as(Fields.class, "test");
        var message = HexFormat.of().parseHex(vector.text("msg"));
        assertThat(Ed25519.verifies(key, message, vector.text("sig")))
            .as("vector %d", vector.whole("tcId"))
            .isEqualTo(vector.text("result").equals("valid"));
        tried++;
      }
    }
    assertThat(tried).isEqualTo((int) all.whole("numberOfTests"));
  }
}
