package org.fieldstation.ota.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Slots;

/**
 * Makes a station's release as a slot, the way an update would leave it on a station: {@code
 * scripts/package} puts it into the package.
 */
public final class SlotMain {
  private static final String USAGE = "ROOT VERSION ARCH SKELETON JARS\n";

  private SlotMain() {}

  public static void main(String[] args) throws IOException {
    System.exit(run(System.out, args));
  }

  static int run(PrintStream out, String... args) throws IOException {
    if (args.length != 5) {
      out.print(USAGE);
      return 2;
    }
    var files = new StationFiles(Path.of(args[3]), Path.of(args[4])).of(Machine.named(args[2]));
    var manifest = manifest(args[1], files);
    new Slots(new PosixDisk(), Files.createDirectories(Path.of(args[0])))
        .stage(
            manifest,
            file ->
                new ByteArrayInputStream(Objects.requireNonNull(files.get(file.path())).bytes()));
    out.println(manifest.slot());
    return 0;
  }

  /** It comes whole, so no file has a packing to come in. */
  private static Manifest manifest(String version, Map<String, Bundler.File> files) {
    return new Manifest(
        version,
        files.entrySet().stream()
            .map(file ->
                new Manifest.Entry(
                    file.getKey(),
                    file.getValue().bytes().length,
                    Sha256.of(file.getValue().bytes()),
                    file.getValue().executable(),
                    java.util.List.of()))
            .toList());
  }
}
