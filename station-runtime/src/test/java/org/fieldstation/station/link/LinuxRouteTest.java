package org.fieldstation.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxRouteTest {
  private static final String HEAD =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

  @TempDir Path folder;

  @Test
  void theDefaultRouteWithTheLowestMetricCarries() throws IOException {
    v4(
        """
        eth0\t0000A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
        wwan0\t00000000\t0100000A\t0003\t0\t0\t700\t00000000\t0\t0\t0
        wlan0\t00000000\t0100A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
        """);
    assertThat(route().networkInterface()).contains("wlan0");
  }

  @Test
  void aRouteThatIsDownDoesNotCarry() throws IOException {
    v4("wwan0\t00000000\t0100000A\t0002\t0\t0\t700\t00000000\t0\t0\t0\n");
    assertThat(route().networkInterface()).isEmpty();
  }

  @Test
  void aStationWithIpv6OnlyHasARouteToo() throws IOException {
    var zero = "0".repeat(32);
    Files.writeString(
        folder.resolve("ipv6_route"),
        zero
            + " 00 "
            + zero
            + " 00 fe80"
            + "0".repeat(28)
            + " 00000400 1 0 00000003    wwan0\n"
            + zero
            + " 00 "
            + zero
            + " 00 "
            + zero
            + " ffffffff 1 0 00200200       lo\n");
    assertThat(route().networkInterface()).contains("wwan0");
  }

  @Test
  void noRouteAndNoiseAreNoRoute() throws IOException {
    assertThat(route().networkInterface()).isEmpty();
    var random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      var line = new StringBuilder();
      random.ints(40, 9, 127).forEach(c -> line.append((char) c));
      v4(line + "\n");
      assertThat(route().networkInterface()).as("seed 7, line %d: %s", i, line).isEmpty();
    }
  }

  private LinuxRoute route() {
    return new LinuxRoute(folder);
  }

  private void v4(String lines) throws IOException {
    Files.writeString(folder.resolve("route"), HEAD + lines);
  }
}
