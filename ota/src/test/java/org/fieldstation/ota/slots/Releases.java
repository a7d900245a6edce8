package org.fieldstation.ota.slots;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.slots.Manifest.Entry;

/** A small release with folders, a program and some data. */
public record Releases(Manifest manifest, Map<String, byte[]> files) {

  public static Releases of(String version, long seed) {
    var random = new SplittableRandom(seed);
    var files = new TreeMap<String, byte[]>();
    for (var path : List.of("bin/station", "lib/app.jar", "lib/native/engine.so", "labels.txt")) {
      var bytes = new byte[random.nextInt(100, 5000)];
      random.nextBytes(bytes);
      files.put(path, bytes);
    }
    return of(version, files);
  }

  public static Releases of(String version, Map<String, byte[]> files) {
    var entries =
        new TreeMap<>(files)
            .entrySet().stream()
                .map(file ->
                    new Entry(
                        file.getKey(),
                        file.getValue().length,
                        Sha256.of(file.getValue()),
                        file.getKey().startsWith("bin/"),
                        List.of()))
                .toList();
    return new Releases(new Manifest(version, entries), files);
  }

  public Contents contents() {
    return file -> new ByteArrayInputStream(files.getOrDefault(file.path(), new byte[0]));
  }
}
