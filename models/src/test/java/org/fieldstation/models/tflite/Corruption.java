package org.fieldstation.models.tflite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.fieldstation.models.ModelException;

/**
 * Runs damaged models without asking for their hash, in a process of its own, which may die of it.
 *
 * <p>Arguments: the cache directory, a model, how many corruptions, {@code change} or {@code cut}.
 * It prints the number of each before trying it, so that a dead process says which one killed it,
 * and in the end how many were refused and how many ran.
 */
final class Corruption {
  private static final int MOST_BYTES_CHANGED = 4;

  private Corruption() {}

  static void main(String[] args) throws Exception {
    var engine = new Engine(Path.of(args[0]));
    var sound = Files.readAllBytes(Path.of(args[1]));
    int refused = 0;
    int tries = Integer.parseInt(args[2]);
    for (int i = 0; i < tries; i++) {
      System.out.println("try " + i);
      refused +=
          runs(engine, args[3].equals("cut") ? cut(sound, i, tries) : changed(sound, i)) ? 0 : 1;
    }
    System.out.printf("refused %d ran %d%n", refused, tries - refused);
  }

  private static boolean runs(Engine engine, byte[] model) {
    try (var interpreter = engine.open(Engines.memory(model), 1)) {
      var to = new float[interpreter.output().elements()];
      interpreter.run(new float[interpreter.input().elements()], to);
      return true;
    } catch (ModelException e) {
      return false;
    }
  }

  private static byte[] cut(byte[] sound, int i, int tries) {
    return Arrays.copyOf(sound, (int) ((long) sound.length * i / tries));
  }

  static byte[] changed(byte[] sound, long seed) {
    var random = new Random(seed);
    var bytes = sound.clone();
    for (int n = random.nextInt(MOST_BYTES_CHANGED) + 1; n > 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
