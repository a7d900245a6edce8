package org.fieldstation.ota.slots;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a release's files come from. They are believed only after hashing. */
public interface Contents {
  InputStream open(Manifest.Entry file) throws IOException;
}
