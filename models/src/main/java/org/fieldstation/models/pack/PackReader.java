package org.fieldstation.models.pack;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.Sha256;
import org.fieldstation.models.tflite.ModelMemory;

/** Reads a pack's files, none of them larger than it can sensibly be, and compares their hashes. */
record PackReader(PackFiles files) {
  static final long LARGEST_MANIFEST = 1L << 20;
  static final long LARGEST_LABELS = 8L << 20;
  static final long LARGEST_SOUND = 64L << 20;
  static final long LARGEST_MODEL = 512L << 20;

  Manifest manifest(String name) {
    return new ManifestReader().read(bytes(name, LARGEST_MANIFEST), files.where(name));
  }

  RangeManifest range(String name) {
    return new ManifestReader().range(bytes(name, LARGEST_MANIFEST), files.where(name));
  }

  /** A file of text, its hash compared. */
  byte[] text(String name, String sha256) {
    var bytes = bytes(name, LARGEST_LABELS);
    compare(name, sha256, Sha256.of(bytes));
    return bytes;
  }

  List<Label> labels(Manifest manifest) {
    var labels = manifest.labels();
    var otherwise = manifest.kind() == Manifest.Kind.IMAGE ? Group.OBJECT : Group.SOUND_SOURCE;
    var bytes = bytes(labels.file(), LARGEST_LABELS);
    compare(labels.file(), labels.sha256(), Sha256.of(bytes));
    var reader = new LabelsReader(files.where(labels.file()));
    return labels.hasColumns()
        ? reader.columns(bytes)
        : reader.names(bytes, labels.threshold().orElseThrow(), otherwise);
  }

  /** A golden sound, one window long. */
  float[] sound(Golden golden, InputSettings input) {
    if (golden.file().isEmpty()) {
      return golden.formula().orElseThrow().window(input.sampleRateHz(), input.windowSamples());
    }
    var name = golden.file().get();
    var bytes = bytes(name, LARGEST_SOUND);
    compare(name, golden.sha256().orElseThrow(), Sha256.of(bytes));
    try {
      return new WindowFile(input.sampleRateHz(), input.windowSamples()).read(bytes);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          Code.BAD_MANIFEST, "%s: %s".formatted(files.where(name), e.getMessage()), e);
    }
  }

  /** Compares the hashes of all that the manifest names. */
  void verify(Manifest manifest) {
    compare(
        manifest.labels().file(),
        manifest.labels().sha256(),
        Sha256.of(bytes(manifest.labels().file(), LARGEST_LABELS)));
    verify(manifest.model());
    for (var golden : manifest.goldens()) {
      golden
          .file()
          .ifPresent(name ->
              compare(name, golden.sha256().orElseThrow(), Sha256.of(bytes(name, LARGEST_SOUND))));
    }
  }

  /** Reads the model's bytes once to see that they are the right ones. */
  void verify(Manifest.ModelFile model) {
    size(model.file(), LARGEST_MODEL);
    try (var in = files.open(model.file())) {
      compare(model.file(), model.sha256(), Sha256.of(in));
    } catch (IOException e) {
      throw unreadable(model.file(), e);
    }
  }

  /** The model's bytes, to be closed by the caller or by the interpreter that gets them. */
  ModelMemory model(Manifest.ModelFile model) {
    long size = size(model.file(), LARGEST_MODEL);
    try (var in = files.open(model.file())) {
      var memory = ModelMemory.read(in, size);
      try {
        compare(model.file(), model.sha256(), memory.sha256());
        return memory;
      } catch (ModelException e) {
        memory.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(model.file(), e);
    }
  }

  private byte[] bytes(String name, long most) {
    size(name, most);
    try (var in = files.open(name)) {
      return in.readNBytes((int) most);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private long size(String name, long most) {
    try {
      long size = files.size(name);
      if (size > most) {
        throw new ModelException(
            Code.BAD_MANIFEST,
            "%s: %d bytes, and more than %d cannot be right; copy the pack again"
                .formatted(files.where(name), size, most));
      }
      return size;
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private void compare(String name, String wanted, String found) {
    if (!found.equals(wanted)) {
      throw new ModelException(
          Code.WRONG_HASH,
          "%s: its sha256 is %s, the manifest says %s; copy the pack again"
              .formatted(files.where(name), found, wanted));
    }
  }

  private ModelException unreadable(String name, IOException e) {
    return e instanceof NoSuchFileException
        ? new ModelException(
            Code.ABSENT,
            files.where(name) + ": no such file; a pack needs its manifest, model and labels",
            e)
        : new ModelException(
            Code.ABSENT, "%s: cannot be read (%s)".formatted(files.where(name), e), e);
  }
}
