package org.fieldstation.ota.trust;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.ota.Repository;

/** Serves whatever an honest or a lying server would. */
public final class FakeRepository implements Repository {
  public final Map<String, byte[]> files = new HashMap<>();
  public final List<String> asked = new ArrayList<>();

  @Override
  public Optional<InputStream> open(String name, long from) {
    asked.add(name);
    return Optional.ofNullable(files.get(name))
        .map(bytes -> new ByteArrayInputStream(bytes, (int) from, bytes.length));
  }
}
