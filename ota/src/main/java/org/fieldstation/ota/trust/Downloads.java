package org.fieldstation.ota.trust;

import java.io.IOException;
import java.util.Optional;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.trust.TrustException.Code;

/** Small files from the repository, each with a length it may not exceed. */
record Downloads(Repository repository) {

  Optional<byte[]> find(String name, int most) throws IOException {
    var file = repository.open(name, 0);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (var in = file.get()) {
      var bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new TrustException(Code.ENDLESS, name + " is longer than " + most + " bytes");
      }
      return Optional.of(bytes);
    }
  }

  byte[] get(String name, int most) throws IOException {
    return find(name, most)
        .orElseThrow(() -> new TrustException(Code.MISSING, name + " is not in the repository"));
  }
}
