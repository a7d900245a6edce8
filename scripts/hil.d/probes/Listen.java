import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.drivers.linux.LinuxHardware;
import org.fieldstation.drivers.time.SystemTime;

/**
 * Whether sound arrives whole. {@code song FILE} writes stereo sound in which every frame says its
 * place; {@code DEVICE RATE SECONDS} listens to it through the station's own capture, and fails
 * when a frame is missing. What the player leaves out is silence, and not the microphone's fault.
 */
final class Listen {
  private static final int PERIOD = 32_000;

  private long frames;
  private long missing;
  private int last;

  public static void main(String[] args) throws IOException {
    if (args[0].equals("song")) {
      song(Path.of(args[1]));
    } else {
      System.exit(new Listen().to(args[0], Integer.parseInt(args[1]), Long.parseLong(args[2])));
    }
  }

  private static void song(Path file) throws IOException {
    var bytes = ByteBuffer.allocate(PERIOD * 4 * 12).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < PERIOD * 12; i++) {
      bytes.putShort((short) (1 + i % PERIOD)).putShort((short) (1 + i % PERIOD));
    }
    Files.write(file, bytes.array());
  }

  private int to(String device, int rate, long seconds) {
    try (var microphone = new LinuxHardware().openMicrophone(device, rate, new SystemTime())) {
      long wanted = seconds * rate;
      var sounds = microphone.sounds().iterator();
      for (long next = rate * 60L; frames < wanted; ) {
        for (float sample : sounds.next().samples()) {
          place(Math.round(sample * 32_768));
        }
        if (frames > next) {
          System.out.printf(
              "%d s, %d frames missing, %s%n", frames / rate, missing, microphone.counts());
          next += rate * 60L;
        }
      }
      System.out.printf("%d frames, %d missing, %s%n", frames, missing, microphone.counts());
      var counts = microphone.counts();
      return missing + counts.lostInDevice() + counts.lostInRing() == 0 ? 0 : 1;
    }
  }

  private void place(int now) {
    frames++;
    if (now != 0 && last != 0 && now != last % PERIOD + 1) {
      missing += Math.floorMod(now - last - 1, PERIOD);
    }
    last = now;
  }
}
