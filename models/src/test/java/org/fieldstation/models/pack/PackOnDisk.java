package org.fieldstation.models.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.models.Sha256;

/** A pack in a directory, made of bytes. */
record PackOnDisk(Path directory) {
  static final String MANIFEST =
      """
      format = 1
      id = "tiny"
      version = "1.0"
      kind = "sound"
      title = "A tiny pack"
      licence = "Apache-2.0"
      citation = "none"
      origin = "this test"
      [model]
      file = "tiny.tflite"
      sha256 = "MODEL"
      [labels]
      file = "labels.tsv"
      sha256 = "LABELS"
      [input]
      sample-rate-hz = 16000
      window-samples = 2
      hop-samples = 1
      front-end = "raw"
      [output]
      activation = "logits-sigmoid"
      """;
  static final String LABELS =
      """
      label\tscientific_name\ten\tzh\tgroup\tthreshold
      sum\t\tSum\t和\tsound-source\t0.5
      rest\t\tRest\t\tbackground\t
      """;

  PackOnDisk with(String manifest, byte[] model, String labels) throws IOException {
    Files.write(directory.resolve("tiny.tflite"), model);
    Files.writeString(directory.resolve("labels.tsv"), labels);
    Files.writeString(
        directory.resolve("pack.toml"),
        manifest
            .replace("MODEL", Sha256.of(model))
            .replace("LABELS", Sha256.of(Files.readAllBytes(directory.resolve("labels.tsv")))));
    return this;
  }
}
