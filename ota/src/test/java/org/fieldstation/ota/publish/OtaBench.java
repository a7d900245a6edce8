package org.fieldstation.ota.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.fieldstation.ota.delta.StoredJar;
import org.fieldstation.ota.delta.Zstd;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.trust.Ed25519;

/**
 * What {@code scripts/bench ota} runs, one line of JSON each.
 *
 * <pre>
 * verify JARS WORK    a release of these jars checked as a station does it, beside sha256sum
 * change JARS         one constant in one class of ours is another: what comes over the air
 * patch OLD NEW       another version of one jar
 * </pre>
 */
final class OtaBench {
  private static final int ROUNDS = 7;
  private static final int SIGNATURES = 8; // two for each of four roles

  private OtaBench() {}

  static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "verify" -> verify(Path.of(args[1]), Path.of(args[2]));
      case "change" -> change(Path.of(args[1]));
      case "patch" -> patch(Path.of(args[1]), Path.of(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void verify(Path jars, Path work) throws Exception {
    var files = jars(jars);
    var slots = new Slots(new PosixDisk(), Files.createDirectories(work));
    var slot = FirstSlot.stage(slots, "1", files);
    var manifest = slots.manifest(slot).orElseThrow();
    var ours = new ArrayList<Long>();
    var theirs = new ArrayList<Long>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(
          time(() -> {
            if (!slots.isWhole(manifest)) {
              throw new IllegalStateException("not whole");
            }
            signatures();
          }));
      theirs.add(time(() -> sha256sum(slots.folder(slot))));
    }
    System.out.printf(
        "{\"bytes\": %d, \"verify_ms\": %d, \"sha256sum_ms\": %d, \"signatures_ms\": %d}%n",
        manifest.length(),
        median(ours) / 1_000_000,
        median(theirs) / 1_000_000,
        time(OtaBench::signatures) / 1_000_000);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static long time(Work work) throws Exception {
    var began = System.nanoTime();
    work.run();
    return System.nanoTime() - began;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static void signatures() {
    var key = SecretKey.generate(new SecureRandom());
    var text = new byte[2_000];
    var signature = key.sign(text);
    for (int i = 0; i < SIGNATURES; i++) {
      if (!Ed25519.verifies(key.publicHex(), text, signature)) {
        throw new IllegalStateException("a good signature");
      }
    }
  }

  private static void sha256sum(Path folder) throws Exception {
    var sum =
        new ProcessBuilder("sh", "-c", "find . -type f -exec sha256sum {} + >/dev/null")
            .directory(folder.toFile())
            .start();
    if (sum.waitFor() != 0) {
      throw new IOException("sha256sum");
    }
  }

  /** The whole release, once more with one constant changed. */
  private static void change(Path jars) throws IOException {
    var old = jars(jars);
    var changed = new TreeMap<>(old);
    var ours =
        old.keySet().stream()
            .filter(name -> name.contains("station-runtime"))
            .findFirst()
            .orElseThrow();
    changed.put(ours, new Bundler.File(edited(old.getOrDefault(ours, EMPTY).bytes()), false));
    var before = new HashMap<String, byte[]>();
    old.forEach((name, file) -> before.put(name, file.bytes()));
    var objects = new HashMap<String, byte[]>();
    var bundler = new Bundler(objects::put, List.of(before), Zstd.QUICK);
    var manifest = bundler.bundle("2", changed);
    var packings = new Bundler((_, _) -> {}, List.of(), Zstd.QUICK).bundle("1", old);
    System.out.printf(
        "{\"bytes\": %d, \"air\": %d, \"manifest\": %d}%n",
        manifest.length(), new Cost(manifest).from(Optional.of(packings)), manifest.bytes().length);
  }

  private static final Bundler.File EMPTY = new Bundler.File(new byte[0], false);

  /** What javac would make of another text in one line: a constant of the same class. */
  private static byte[] edited(byte[] jar) throws IOException {
    var out = new ByteArrayOutputStream();
    var done = false;
    try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(jar));
        var zip = new ZipOutputStream(out)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var bytes = in.readAllBytes();
        var text = "no signed release fits this computer".getBytes(UTF_8);
        int at = indexOf(bytes, text);
        if (!done && at >= 0) {
          bytes[at] = 'N';
          done = true;
        }
        store(zip, entry.getName(), bytes);
      }
    }
    if (!done) {
      throw new IllegalStateException("the line that was to be changed is not there");
    }
    return StoredJar.of(out.toByteArray());
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var crc = new CRC32();
    crc.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i <= all.length - part.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  private static void patch(Path old, Path fresh) throws IOException {
    var whole = Files.size(fresh);
    var base = StoredJar.of(Files.readAllBytes(old));
    var patch = Zstd.pack(StoredJar.of(Files.readAllBytes(fresh)), Optional.of(base), Zstd.SMALL);
    System.out.printf("{\"jar\": %d, \"air\": %d}%n", whole, patch.length);
  }

  private static Map<String, Bundler.File> jars(Path folder) throws IOException {
    var files = new TreeMap<String, Bundler.File>();
    try (var list = Files.newDirectoryStream(folder, "*.jar")) {
      for (var jar : list) {
        files.put(
            "lib/" + jar.getFileName(),
            new Bundler.File(StoredJar.of(Files.readAllBytes(jar)), false));
      }
    }
    return files;
  }
}
