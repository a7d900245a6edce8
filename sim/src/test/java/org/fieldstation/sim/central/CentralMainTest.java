package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentralMainTest {
  @TempDir Path dir;

  @Test
  void theProgramSaysItsPortAndEndsWhenToldTo() throws Exception {
    var accounts = dir.resolve("accounts");
    Files.writeString(accounts, "# station identity key\nstation-1 identity-1 00ff00ff\n");
    var program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CentralMain.class.getName(),
                dir.resolve("central.db").toString(),
                "0",
                accounts.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = program.inputReader()) {
      var ready = out.lines().filter(line -> line.startsWith("{")).findFirst();
      assertThat(ready).get().asString().matches("\\{\"central\":\"ready\",\"port\":[1-9][0-9]*}");
      program.destroy();
      assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }
}
