package org.fieldstation.ota.delta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A small change costs little air time, because jars are stored and patches see the old file. */
class SmallTest {
  private static final int CLASSES = 300;

  /** Entries of text that compresses about as classes do; one of them may be changed. */
  private static byte[] jar(int changed) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < CLASSES; i++) {
        zip.putNextEntry(new ZipEntry("org/example/Class" + i + ".class"));
        var random = new SplittableRandom(i);
        for (int word = 0; word < 400; word++) {
          var sound = i == changed && word == 200 ? "changed" : "sound" + random.nextInt(1000);
          zip.write(sound.getBytes(UTF_8));
        }
      }
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.write("Manifest-Version: 1.0\n\n".getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] unpack(byte[] packed, Optional<byte[]> older) throws IOException {
    try (var in = Zstd.unpack(new ByteArrayInputStream(packed), older)) {
      return in.readAllBytes();
    }
  }

  @Test
  void oneChangedClassInAStoredJarCostsUnderAKilobyte() throws IOException {
    var old = StoredJar.of(jar(-1));
    var changed = StoredJar.of(jar(150));
    var patch = Zstd.pack(changed, Optional.of(old), Zstd.SMALL);
    assertThat(patch.length).isLessThan(1000);
    assertThat(unpack(patch, Optional.of(old))).isEqualTo(changed);
    assertThat(patch.length)
        .isLessThan(Zstd.pack(changed, Optional.empty(), Zstd.SMALL).length / 50);
  }

  @Test
  void aFilePackedAloneComesBackAsItWas() throws IOException {
    var file = StoredJar.of(jar(-1));
    assertThat(unpack(Zstd.pack(file, Optional.empty(), Zstd.SMALL), Optional.empty()))
        .isEqualTo(file);
    assertThat(unpack(Zstd.pack(new byte[0], Optional.empty(), Zstd.SMALL), Optional.empty()))
        .isEmpty();
  }

  @Test
  void aStoredJarIsAJarAndTheSameEveryTime() throws IOException {
    var stored = StoredJar.of(jar(-1));
    assertThat(StoredJar.of(stored)).isEqualTo(stored);
    try (var in = new JarInputStream(new ByteArrayInputStream(stored))) {
      assertThat(in.getManifest()).isNotNull();
    }
  }

  @Test
  void noiseInsteadOfAPackingIsAnErrorAndNoFile() {
    assertThatThrownBy(() -> unpack(new byte[100], Optional.empty()))
        .isInstanceOf(IOException.class);
  }
}
