package org.fieldstation.sim.proof;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.linux.LinuxHardware;
import org.fieldstation.drivers.time.SystemTime;

/**
 * Whether sound arrives whole: {@code song FILE} writes what is to be played, {@code listen DEVICE
 * RATE SECONDS} hears it through the station's own capture and fails when a frame is missing, when
 * a position jumps, or when the thread that captures takes memory.
 */
public final class SoundProof {
  private static final int READS_A_SECOND = 10;
  private static final int TOLD_EVERY_SECONDS = 60;

  private final Ramp ramp = new Ramp();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long frames;
  private long jumps;

  private SoundProof() {}

  public static void main(String[] args) throws IOException {
    if (args[0].equals("song")) {
      Ramp.write(Path.of(args[1]));
      return;
    }
    int rate = Integer.parseInt(args[2]);
    try (var microphone = new LinuxHardware().openMicrophone(args[1], rate, new SystemTime())) {
      boolean whole = new SoundProof().listen(microphone, rate * Long.parseLong(args[3]));
      System.exit(whole ? 0 : 1);
    }
  }

  /**
   * What the thread takes is looked at in the last quarter. Before, Java makes what it needs to
   * call the library quickly, once after a few and once after 127 calls. Later, less than a byte a
   * call is its compiler's, which puts back on the heap what it had optimised away when it compiles
   * anew.
   */
  private boolean listen(Microphone microphone, long wanted) {
    hear(microphone, wanted - wanted / 4);
    long id = capturing();
    long before = threads.getThreadAllocatedBytes(id);
    hear(microphone, wanted);
    long bytes = threads.getThreadAllocatedBytes(id) - before;
    System.out.printf(
        "%s, %d B taken by the capturing thread in its last quarter%n", found(microphone), bytes);
    var counts = microphone.counts();
    long lost = ramp.missing() + jumps + counts.lostInDevice() + counts.lostInRing();
    return lost == 0 && bytes < wanted / 4 / microphone.rate() * READS_A_SECOND;
  }

  private void hear(Microphone microphone, long until) {
    for (var sounds = microphone.sounds().iterator(); frames < until; ) {
      var sound = sounds.next();
      jumps += Math.abs(sound.position() - frames);
      frames = sound.end();
      ramp.follow(sound.samples());
      if (frames / microphone.rate() / TOLD_EVERY_SECONDS
          != sound.position() / microphone.rate() / TOLD_EVERY_SECONDS) {
        System.out.println(found(microphone));
      }
    }
  }

  private String found(Microphone microphone) {
    return "%d frames, %d missing, %d by position, %d silent, %s"
        .formatted(frames, ramp.missing(), jumps, ramp.silent(), microphone.counts());
  }

  private long capturing() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().startsWith("capture "))
        .findFirst()
        .orElseThrow()
        .threadId();
  }
}
