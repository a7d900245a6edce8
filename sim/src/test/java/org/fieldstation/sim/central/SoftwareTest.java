package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Objects;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.request.ExecuteRequest;
import org.fieldstation.station.remote.ConfigDesk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Object 9 of a whole station through an ordinary LwM2M server: a model pack and a configuration,
 * brought over CoAP and taken into use, and what is wrong with others refused while the old stays.
 */
@Tag("slow")
class SoftwareTest extends SoftwareFixture {
  @Test
  void aModelPackIsSwappedOverTheAirAndABrokenOneRefusedWhileTheOldOneHears() throws Exception {
    try (var _ = start()) {
      assertThat(text(MODEL, 0)).isEqualTo("model model");
      bring(MODEL, "model-pack-reserve-sounds-9.0.0.manifest");
      standsAt(MODEL, DELIVERED, 3);
      assertThat(text(MODEL, 12)).isEqualTo("false");
      execute(MODEL, 4);
      standsAt(MODEL, INSTALLED, 2);
      assertThat(text(MODEL, 0)).isEqualTo("reserve-sounds-9.0.0");
      assertThat(text(MODEL, 1)).isEqualTo("9.0.0");
      execute(MODEL, 10);
      until("in use", () -> text(MODEL, 12).equals("true"));
      until("heard with it", () -> heardWith("9.0.0"));

      bring(MODEL, "model-pack-reserve-sounds-9.1.0.manifest");
      standsAt(MODEL, DELIVERED, 3);
      execute(MODEL, 4);
      standsAt(MODEL, DELIVERED, 58);
      assertThat(text(MODEL, 16)).contains("golden tone");
      assertThat(inUse()).contains("reserve-sounds-9.0.0");
    }
  }

  @Test
  void aModelPackIsTakenOutOfUseAndRemovedAndNotWhileItHears() throws Exception {
    try (var _ = start()) {
      bring(MODEL, "model-pack-reserve-sounds-9.0.0.manifest");
      standsAt(MODEL, DELIVERED, 3);
      execute(MODEL, 4);
      standsAt(MODEL, INSTALLED, 2);
      execute(MODEL, 10);
      until("in use", () -> text(MODEL, 12).equals("true"));

      execute(MODEL, 6);
      standsAt(MODEL, INSTALLED, 59);
      assertThat(text(MODEL, 16)).contains("in use");
      assertThat(inUse()).contains("reserve-sounds-9.0.0");

      execute(MODEL, 11);
      until("out of use", () -> text(MODEL, 12).equals("false"));
      assertThat(inUse()).doesNotContain("reserve-sounds-9.0.0");
      until("heard with the old one again", () -> heardLastWith("1.0.0"));

      execute(MODEL, 6);
      standsAt(MODEL, INITIAL, 0);
      assertThat(dir.resolve("data/packs/reserve-sounds-9.0.0")).doesNotExist();
      assertThat(ask(new ExecuteRequest(9, MODEL, 11))).isEqualTo(ResponseCode.BAD_REQUEST);
    }
  }

  @Test
  void whatIsNotSignedOrNotForThisIsRefusedWithItsNumber() throws Exception {
    pharmacy.publish("configuration", "another", "1", pharmacy.lone(pharmacy.configuration("")));
    pharmacy.publish("model-pack", "spoilt", "1", pharmacy.pack("1.0.0", "0.996"));
    pharmacy.spoil();
    try (var _ = start()) {
      bring(MODEL, "rootkit");
      standsAt(MODEL, INITIAL, 56);
      assertThat(write(MODEL, "ftp://127.0.0.1/x/targets/y")).isEqualTo(ResponseCode.CHANGED);
      standsAt(MODEL, INITIAL, 56);
      bring(CONFIGURATION, "model-pack-reserve-sounds-9.0.0.manifest");
      standsAt(CONFIGURATION, INITIAL, 54);
      bring(CONFIGURATION, "configuration-another-1.manifest");
      standsAt(CONFIGURATION, INITIAL, 54);
      bring(MODEL, "model-pack-spoilt-1.manifest");
      standsAt(MODEL, INITIAL, 53);
      assertThat(ask(new ExecuteRequest(9, MODEL, 4))).isEqualTo(ResponseCode.BAD_REQUEST);
      assertThat(ask(new ExecuteRequest(9, MODEL, 10))).isEqualTo(ResponseCode.BAD_REQUEST);
    }
  }

  @Test
  void aConfigurationIsCheckedThenTriedAndKeptWhenItsServerIsReached() throws Exception {
    pharmacy.publish(
        "configuration",
        Songs.STATION,
        "1",
        pharmacy.lone(pharmacy.configuration("[journal]\nkeep-dys = 3\n")));
    pharmacy.publish(
        "configuration",
        Songs.STATION,
        "2",
        pharmacy.lone(pharmacy.configuration("[journal]\nkeep-days = 3\n")));
    try (var _ = start()) {
      bring(CONFIGURATION, "configuration-" + Songs.STATION + "-1.manifest");
      standsAt(CONFIGURATION, DELIVERED, 3);
      execute(CONFIGURATION, 4);
      standsAt(CONFIGURATION, DELIVERED, 58);
      assertThat(text(CONFIGURATION, 16)).contains("keep-dys");

      bring(CONFIGURATION, "configuration-" + Songs.STATION + "-2.manifest");
      standsAt(CONFIGURATION, DELIVERED, 3);
      execute(CONFIGURATION, 4);
      standsAt(CONFIGURATION, INSTALLED, 2);
      assertThat(text(CONFIGURATION, 12)).isEqualTo("false");
      execute(CONFIGURATION, 10);
      until("restart", () -> restart);
    }
    var before = Objects.requireNonNull(server.registration(Songs.STATION)).getId();
    new ConfigDesk(pharmacy.file()).starting();
    try (var _ = start()) {
      until("registered anew", () -> !registered().getId().equals(before));
      until("kept", () -> read("/26251/0/9").equals("settled"));
      assertThat(text(CONFIGURATION, 12)).isEqualTo("true");
      assertThat(Files.readString(pharmacy.file())).contains("keep-days = 3");
    }
  }
}
