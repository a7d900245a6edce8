package org.fieldstation.models.tflite;

import java.util.Locale;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/** A machine TensorFlow Lite was built for, and the hash of that build. */
enum Platform {
  LINUX_X86_64("linux-x86_64", "0827c85f15d5fe73a3446a94f19b85ba4bf406473bacac7c37424218a2e609d2"),
  LINUX_ARM64("linux-arm64", "309245c746c038e2bfc4fd227f80ea0b8bd101904ec3f67025c3c44d1ec0d43e");

  private final String name;
  private final String sha256;

  Platform(String name, String sha256) {
    this.name = name;
    this.sha256 = sha256;
  }

  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String system, String architecture) {
    if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
      throw none(system, architecture);
    }
    return switch (architecture) {
      case "amd64", "x86_64" -> LINUX_X86_64;
      case "aarch64" -> LINUX_ARM64;
      default -> throw none(system, architecture);
    };
  }

  /** Where the library lies on the class path. */
  String resource() {
    return "/org/bytedeco/tensorflowlite/" + name + "/libjnitensorflowlite.so";
  }

  /** Hash of the library, known beforehand: one that was changed on its way here is not loaded. */
  String sha256() {
    return sha256;
  }

  private static ModelException none(String system, String architecture) {
    return new ModelException(
        Code.NO_ENGINE,
        "TensorFlow Lite: no library for %s on %s; use 64-bit Linux on x86-64 or arm64"
            .formatted(system, architecture));
  }
}
