package org.fieldstation.sim.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is wrong with a release that is signed all the same, and how its station ends it. */
enum Badness {
  CRASHES("DID_NOT_START") {
    @Override
    String program(String good) {
      return good.replace("org.fieldstation.station.cli.StationCli", "org.fieldstation.Nothing");
    }
  },
  HANGS_AT_ITS_START("DID_NOT_START") {
    @Override
    String program(String good) {
      return "#!/bin/sh\nexec sleep 100000\n";
    }
  },
  HANGS_LATER("DID_NOT_START") {
    @Override
    String program(String good) {
      return good.replace("#!/bin/sh\n", "#!/bin/sh\n(sleep 15; kill -STOP $$) &\n");
    }
  },
  LEAKS("DID_NOT_START") {
    @Override
    String program(String good) {
      return with(good, "Leak.java");
    }

    @Override
    String source() {
      return """
      class Leak {
        static final java.util.List<byte[]> KEPT = new java.util.ArrayList<>();
        static void main(String[] args) throws Exception {
          Thread.ofPlatform().daemon().start(() -> {
            while (true) {
              KEPT.add(new byte[2 << 20]);
              try { Thread.sleep(200); } catch (InterruptedException e) { return; }
            }
          });
          Start.station(args);
        }
      """
          + START;
    }
  },
  CUTS_ITS_UPLINK("NO_CONTACT") {
    @Override
    String program(String good) {
      return elsewhere(good, "s#coaps://127.0.0.1:[0-9]*#coaps://127.0.0.1:9#");
    }
  },
  BREAKS_THE_DATABASE("NOT_RECORDING") {
    @Override
    String program(String good) {
      return with(good, "Break.java");
    }

    @Override
    String source() {
      return """
      class Break {
        static void main(String[] args) throws Exception {
          var file = java.nio.file.Path.of(args[3]).resolveSibling("data/journal.db");
          Thread.ofPlatform().daemon().start(() -> {
            try {
              Thread.sleep(10_000);
              try (var db = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file)) {
                db.createStatement().execute("PRAGMA foreign_keys = OFF");
                db.createStatement().execute("DROP TABLE record");
              }
            } catch (Exception e) {
              e.printStackTrace();
            }
          });
          Start.station(args);
        }
      """
          + START;
    }
  },
  STOPS_RECORDING("NOT_RECORDING") {
    @Override
    String program(String good) {
      return elsewhere(good, "s#device = \"world\"#device = \"nothing\"#");
    }
  };

  private static final String START =
      """
        static class Start {
          static void station(String[] args) throws Exception {
            var main = Class.forName("org.fieldstation.station.cli.StationCli")
                .getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) args);
          }
        }
      }
      """;

  private final String reason;

  Badness(String reason) {
    this.reason = reason;
  }

  /** What the station says of it. */
  String reason() {
    return reason;
  }

  abstract String program(String good);

  String source() {
    return "";
  }

  /** Spoils a good release. */
  void spoil(Path release) throws IOException {
    var program = release.resolve("bin/station");
    Files.writeString(program, program(Files.readString(program)));
    if (!source().isEmpty()) {
      Files.writeString(release.resolve(source().split(" ", 3)[1] + ".java"), source());
    }
  }

  private static String with(String good, String source) {
    return good.replace("org.fieldstation.station.cli.StationCli", source);
  }

  /** The same program, with another configuration than it was given: run --json --config FILE. */
  private static String elsewhere(String good, String edit) {
    return good.replace("#!/bin/sh\n", "#!/bin/sh\nsed '%s' \"$4\" >\"$4.bad\"\n".formatted(edit))
        .replace("\"$@\"", "run --json --config \"$4.bad\"");
  }
}
