package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.fieldstation.sim.central.CentralOptions.Role;
import org.junit.jupiter.api.Test;

class CentralOptionsTest {

  @Test
  void withoutOptionsItIsAllOfAServerOnOneMachine() {
    var options = CentralOptions.read(List.of("central.db", "5684", "accounts"));
    assertThat(options.words()).containsExactly("central.db", "5684", "accounts");
    assertThat(options.role()).isEqualTo(Role.WHOLE);
    assertThat(options.kafka()).isEmpty();
  }

  @Test
  void optionsMayStandAnywhere() {
    var options =
        CentralOptions.read(
            List.of(
                "--front", "5684", "--kafka", "a:9092,b:9092", "accounts", "--redis", "redis://r"));
    assertThat(options.words()).containsExactly("5684", "accounts");
    assertThat(options.role()).isEqualTo(Role.FRONT);
    assertThat(options.kafka()).contains("a:9092,b:9092");
    assertThat(options.redis()).contains(URI.create("redis://r"));
  }

  @Test
  void whatCannotWorkIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CentralOptions.read(List.of("store", "--filer")))
        .withMessage("a machine of several needs --kafka HOST:PORT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CentralOptions.read(List.of("--kafka")))
        .withMessage("--kafka needs a value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CentralOptions.read(List.of("--kafak", "a:1")))
        .withMessage("no option is called --kafak");
  }
}
