package org.fieldstation.ota.trust;

import java.util.Optional;

/**
 * What a station remembers of the metadata it believed. Without it an attacker could show it the
 * past; so a write is durable when {@code save} returns, and whole or not at all.
 */
public interface MetadataStore {
  Optional<byte[]> load(String name);

  void save(String name, byte[] bytes);
}
