package org.fieldstation.ota.trust;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A memory without a disk. */
public final class MemoryStore implements MetadataStore {
  final Map<String, byte[]> files = new HashMap<>();

  @Override
  public Optional<byte[]> load(String name) {
    return Optional.ofNullable(files.get(name));
  }

  @Override
  public void save(String name, byte[] bytes) {
    files.put(name, bytes);
  }
}
