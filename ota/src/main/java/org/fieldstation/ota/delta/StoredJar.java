package org.fieldstation.ota.delta;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The same jar with its entries sorted, uncompressed and without time. Compressed entries change
 * everywhere when one byte changes, so a patch against them is as large as the file.
 */
public final class StoredJar {
  /**
   * Not the first instant a zip can write: for that one Java adds a second time to each entry, in
   * UTC, and so the jar would depend on the time zone it was made in.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String FIRST = "META-INF/MANIFEST.MF"; // where JarInputStream looks for it

  private StoredJar() {}

  public static byte[] of(byte[] jar) throws IOException {
    return of(jar, _ -> true);
  }

  /** The same, of those entries only whose names {@code keep} wants. */
  public static byte[] of(byte[] jar, Predicate<String> keep) throws IOException {
    var entries = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory() && keep.test(entry.getName())) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    var out = new ByteArrayOutputStream(jar.length * 2);
    try (var zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      var manifest = entries.remove(FIRST);
      if (manifest != null) {
        put(zip, FIRST, manifest);
      }
      for (var entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
    return out.toByteArray();
  }

  /** The names of a jar's entries, folders left out. */
  public static List<String> names(byte[] jar) throws IOException {
    var names = new ArrayList<String>();
    of(
        jar,
        name -> {
          names.add(name);
          return false;
        });
    return names;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var sum = new CRC32();
    sum.update(bytes);
    var entry = new ZipEntry(name);
    entry.setCrc(sum.getValue());
    entry.setSize(bytes.length);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
  }
}
