package org.fieldstation.sim.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One of our programs in a process of its own, which can be killed as a power cut would. */
public final class Program implements AutoCloseable {

  /**
   * A laptop that plays a small board: one small heap, one collector thread, a compiler that starts
   * fast.
   */
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xmx128m");

  private final Process process;
  private final Thread reader;

  private Program(Process process, Thread reader) {
    this.process = process;
    this.reader = reader;
  }

  /**
   * Starts a program with this one's Java and class path.
   *
   * @param lines gets each line it prints
   */
  public static Program start(Consumer<String> lines, String mainClass, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var reader = Thread.ofVirtual().name("reading").start(() -> read(process, lines));
    return new Program(process, reader);
  }

  private static void read(Process process, Consumer<String> lines) {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      out.lines().forEach(lines);
    } catch (IOException | UncheckedIOException killed) {
      lines.accept(""); // its last words were cut off
    }
  }

  /** Kills it at once: it can do nothing about it. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
  }

  /** Asks it to end and waits, at most so long. Returns its exit code. */
  public int stop(Duration patience) throws InterruptedException {
    process.destroy();
    return await(patience);
  }

  /** Waits for its own end, at most so long, then kills it. Returns its exit code. */
  public int await(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
