package org.fieldstation.ota.slots;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.Json.Truth;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.json.JsonReader;

/**
 * Every file of a release, by its hash. A release is its manifest: this is what gets signed, so
 * there is no archive to unpack and no path in one to believe.
 */
public record Manifest(String version, List<Entry> files) {
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,40}");
  private static final Pattern PATH =
      Pattern.compile("[0-9A-Za-z_][0-9A-Za-z._+-]{0,99}(/[0-9A-Za-z_][0-9A-Za-z._+-]{0,99}){0,9}");

  /** One file, and the ways in which it may come. */
  public record Entry(
      String path, long length, String sha256, boolean executable, List<Packing> packings) {
    public Entry {
      packings = List.copyOf(packings);
      if (!PATH.matcher(path).matches() || path.equals(Slots.MANIFEST)) {
        throw new JsonException("no path for a release: " + path);
      }
      if (length < 0 || !Sha256.isHash(sha256)) {
        throw new JsonException("no length or hash for " + path);
      }
    }
  }

  /** The file compressed, alone or against one the station may have, under the hash of that. */
  public record Packing(String sha256, long length, Optional<String> from) {
    public Packing {
      if (length < 1 || !Sha256.isHash(sha256) || !from.map(Sha256::isHash).orElse(true)) {
        throw new JsonException("no length or hash for a packing");
      }
    }
  }

  public Manifest {
    files = List.copyOf(files);
    if (!VERSION.matcher(version).matches()) {
      throw new JsonException("no version: " + version);
    }
    var paths = new HashSet<String>();
    for (var entry : files) {
      if (!paths.add(entry.path())) {
        throw new JsonException(entry.path() + " twice");
      }
    }
  }

  public static Manifest read(byte[] bytes) {
    var json = JsonReader.read(bytes).as(Fields.class, "manifest");
    var files = json.items("files").stream().map(file -> entry(file.as(Fields.class, "file")));
    return new Manifest(json.text("version"), files.toList());
  }

  private static Entry entry(Fields json) {
    var packings = json.items("packings").stream().map(one -> packing(one.as(Fields.class, "one")));
    return new Entry(
        json.text("path"),
        json.whole("length"),
        json.text("sha256"),
        json.truth("executable"),
        packings.toList());
  }

  private static Packing packing(Fields json) {
    var from = json.find("from").map(hash -> hash.as(Text.class, "from").value());
    return new Packing(json.text("sha256"), json.whole("length"), from);
  }

  public byte[] bytes() {
    var items = new Items(files.stream().map(Manifest::json).toList());
    return Canonical.bytes(Fields.of(Map.of("version", Json.text(version), "files", items)));
  }

  private static Json json(Entry entry) {
    return Fields.of(
        Map.of(
            "path", Json.text(entry.path()),
            "length", Json.whole(entry.length()),
            "sha256", Json.text(entry.sha256()),
            "executable", new Truth(entry.executable()),
            "packings", new Items(entry.packings().stream().map(Manifest::json).toList())));
  }

  private static Json json(Packing packing) {
    var json = new TreeMap<String, Json>();
    json.put("sha256", Json.text(packing.sha256()));
    json.put("length", Json.whole(packing.length()));
    packing.from().ifPresent(from -> json.put("from", Json.text(from)));
    return Fields.of(json);
  }

  /** The folder of this release: readable, and different for different content. */
  public String slot() {
    return version + "-" + Sha256.of(bytes()).substring(0, 12);
  }

  public long length() {
    return files.stream().mapToLong(Entry::length).sum();
  }
}
