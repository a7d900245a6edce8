package org.fieldstation.ota.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.delta.Zstd;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Manifest.Entry;
import org.fieldstation.ota.slots.Manifest.Packing;

/** Makes a release of files: its manifest, and an object for every way in which a file may come. */
public final class Bundler {

  /** One file of a release. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record File(byte[] bytes, boolean executable) {}

  /** Where an object goes, by the hash of it. */
  private final BiConsumer<String, byte[]> objects;

  /** Releases a station may come from; their files by path. */
  private final List<Map<String, byte[]>> older;

  private final int level;

  public Bundler(BiConsumer<String, byte[]> objects, List<Map<String, byte[]>> older) {
    this(objects, older, Zstd.SMALL);
  }

  /**
   * @param level how hard to pack whole files, {@link Zstd#QUICK} to {@link Zstd#SMALL}; patches
   *     are always small
   */
  public Bundler(BiConsumer<String, byte[]> objects, List<Map<String, byte[]>> older, int level) {
    this.level = level;
    this.objects = objects;
    this.older = List.copyOf(older);
  }

  public Manifest bundle(String version, Map<String, File> files) {
    SortedMap<String, File> sorted = new TreeMap<>(files); // twice the same, byte for byte
    return new Manifest(
        version,
        sorted.entrySet().stream().map(file -> entry(file.getKey(), file.getValue())).toList());
  }

  private Entry entry(String path, File file) {
    var bytes = file.bytes();
    var packings = new ArrayList<Packing>();
    var whole = packing(bytes, Optional.empty());
    packings.add(whole);
    for (var release : older) {
      var base = release.get(path);
      if (base != null && base.length <= Zstd.LARGEST_BASE && !Arrays.equals(base, bytes)) {
        var patch = packing(bytes, Optional.of(base));
        if (patch.length() < whole.length()) {
          packings.add(patch);
        }
      }
    }
    return new Entry(
        path,
        bytes.length,
        Sha256.of(bytes),
        file.executable(),
        packings.stream().distinct().toList());
  }

  private Packing packing(byte[] bytes, Optional<byte[]> base) {
    var packed = Zstd.pack(bytes, base, base.isPresent() ? Zstd.SMALL : level);
    var hash = Sha256.of(packed);
    objects.accept(hash, packed);
    return new Packing(hash, packed.length, base.map(Sha256::of));
  }
}
