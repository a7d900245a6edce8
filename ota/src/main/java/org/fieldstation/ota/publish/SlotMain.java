package org.fieldstation.ota.publish;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.ota.disk.PosixDisk;
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
    var slots = new Slots(new PosixDisk(), Files.createDirectories(Path.of(args[0])));
    out.println(FirstSlot.stage(slots, args[1], files));
    return 0;
  }
}
