package org.fieldstation.ota.publish;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kind of computer a release is made for: Linux with glibc on one architecture. Libraries bring
 * native code for every platform they know, each in a folder of its own naming.
 */
public enum Machine {
  ARM64("aarch64", "arm64"),
  AMD64("x86_64", "amd64");

  private static final Pattern NATIVE =
      Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)(\\.[0-9.]+)?", Pattern.CASE_INSENSITIVE);

  private final String kernels;
  private final String debians;

  Machine(String kernels, String debians) {
    this.kernels = kernels;
    this.debians = debians;
  }

  /** As Debian and the manifests of releases write it. */
  public static Machine named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static boolean isNative(String path) {
    return NATIVE.matcher(path).matches();
  }

  /** Whether an entry of a jar is of use here. What is no native code is of use everywhere. */
  boolean needs(String entry) {
    return !isNative(entry) || isFor(entry.toLowerCase(Locale.ROOT));
  }

  /** {@code linux/aarch64/…} or {@code linux-arm64/…}, but not {@code linux-musl/…}. */
  private boolean isFor(String path) {
    return Stream.of(kernels, debians)
        .anyMatch(name -> path.contains("linux/" + name + "/") || path.contains("linux-" + name));
  }
}
