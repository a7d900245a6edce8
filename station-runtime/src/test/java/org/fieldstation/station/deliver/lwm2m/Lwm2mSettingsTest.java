package org.fieldstation.station.deliver.lwm2m;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class Lwm2mSettingsTest {

  @Test
  void withoutDtlsOnlyASimulatorIsServed() {
    assertThatThrownBy(() -> settings("coap://central.example:5683", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not secured");
    assertThat(settings("coap://central.example", true).port()).isEqualTo(5683);
  }

  @Test
  void anAddressThatIsNoCoapAddressIsRefused() {
    assertThatThrownBy(() -> settings("https://central.example", true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings("coaps:central.example", true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theKeyNeverShows() {
    assertThat(settings("coaps://central.example", false).toString())
        .contains("a key of 4 bytes")
        .doesNotContain("c0ffee")
        .doesNotContain("-64");
  }

  private static Lwm2mSettings settings(String uri, boolean simulatorOnly) {
    return new Lwm2mSettings(
        "reserve",
        "station-1",
        URI.create(uri),
        "identity-1",
        Secret.ofHex("c0ffee00"),
        new DeviceCard("maker", "mast", "1", "0.1"),
        Patience.field(),
        simulatorOnly);
  }
}
