package org.fieldstation.sim.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param seconds end by itself after so long
 * @param audio a recording, or a folder of them, to play into the microphone instead of the made-up
 *     world
 * @param images a picture, or a folder of them, to show to the camera instead of the made-up
 *     clearing
 * @param keep where to keep what both ends have written
 * @param problem why the request cannot be met
 */
record DemoOptions(
    Optional<Integer> seconds,
    Optional<Path> audio,
    Optional<Path> images,
    Optional<Path> keep,
    Optional<String> problem) {

  static DemoOptions of(List<String> arguments) {
    var seconds =
        value(arguments, "--seconds")
            .filter(text -> text.matches("[1-9][0-9]{0,8}"))
            .map(Integer::valueOf);
    var audio = value(arguments, "--audio").map(Path::of);
    var images = value(arguments, "--images").map(Path::of);
    var keep = value(arguments, "--keep").map(Path::of);
    return new DemoOptions(
        seconds, audio, images, keep, problem(arguments, seconds, audio, images, keep));
  }

  String hardware() {
    return audio.isPresent() ? "linux" : "sim";
  }

  String device() {
    return audio.map(path -> "file:" + path.toAbsolutePath().normalize()).orElse("world");
  }

  /** The lines of the camera's table. */
  String camera() {
    return images
        .map(path ->
            """
            hardware = "linux"
            device = '''file:%s'''
            frames-per-second = 0.2
            trigger = "every-frame"
            """
                .formatted(path.toAbsolutePath().normalize()))
        .orElse(
            """
            hardware = "sim"
            device = "world"
            frames-per-second = 1.0
            burst-frames = 3
            """);
  }

  private static Optional<String> value(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    return at >= 0 && at + 1 < arguments.size()
        ? Optional.of(arguments.get(at + 1))
        : Optional.empty();
  }

  private static Optional<String> problem(
      List<String> arguments,
      Optional<Integer> seconds,
      Optional<Path> audio,
      Optional<Path> images,
      Optional<Path> keep) {
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!List.of("--seconds", "--audio", "--images", "--keep").contains(arguments.get(i))) {
        return Optional.of("does not know " + arguments.get(i));
      }
      if (i + 1 == arguments.size()) {
        return Optional.of(arguments.get(i) + " wants a value");
      }
    }
    if (value(arguments, "--seconds").isPresent() != seconds.isPresent()) {
      return Optional.of("--seconds wants a number of seconds");
    }
    if (audio.isPresent() && !Files.exists(audio.get())) {
      return Optional.of("there is no " + audio.get());
    }
    if (images.isPresent() && !Files.exists(images.get())) {
      return Optional.of("there is no " + images.get());
    }
    if (keep.isPresent() && Files.exists(keep.get())) {
      return Optional.of(keep.get() + " is already there; name a new folder");
    }
    return Optional.empty();
  }
}
