package org.fieldstation.models.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A pack that somebody has, wherever its files are.
 *
 * @param manifestAt where the manifest is: in the catalogue, for a bare model
 * @param manifestName its file name there
 */
record Source(PackReader reader, Manifest manifest, PackFiles manifestAt, String manifestName) {

  static Source of(PackFiles files, String manifestName) {
    var reader = new PackReader(files);
    return new Source(reader, reader.manifest(manifestName), files, manifestName);
  }

  InputStream openManifest() throws IOException {
    return manifestAt.open(manifestName);
  }

  /** The files that make the pack, and the texts that should stay with it. */
  List<String> texts() {
    // A bare model's neighbours are not known to belong to it.
    return reader.files() instanceof PackFiles.Catalogued
        ? List.of()
        : List.of(
            "LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE", "TERMS_OF_USE.md", "MODEL_CARD.md");
  }
}
