package org.fieldstation.station.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An output that may be broken off and gone on with. Beside it lies a list of the files that are in
 * it for good: a line for each, written after what it says of the file is on the disk. Whatever the
 * output has beyond the last line was cut off in the middle and is taken away.
 *
 * <pre>
 * first line: what the output is of: model, options
 * then: end-in-output TAB size TAB modified-ms TAB path, percent-encoded
 * </pre>
 */
public final class DoneList implements AutoCloseable {
  private static final String ENDING = ".done";

  private final Path list;
  private final FileChannel output;
  private final FileChannel lines;
  private final PrintWriter writer;
  private final Map<Path, String> done = new HashMap<>();
  private final boolean fresh;

  private DoneList(Path file, String subject) throws IOException {
    list = Path.of(file + ENDING);
    output =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    lines =
        FileChannel.open(
            list, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    long whole = read(subject);
    fresh = whole < 0;
    output.truncate(Math.max(0, whole));
    output.position(output.size());
    writer = new PrintWriter(Channels.newWriter(output, UTF_8));
    if (fresh) {
      lines.truncate(0);
      append(subject);
    }
  }

  /**
   * Opens an output to begin or to go on with.
   *
   * @param subject one line: what it is of
   * @throws IllegalArgumentException when what was begun there is of something else
   */
  public static DoneList open(Path output, String subject) throws IOException {
    return new DoneList(output, subject);
  }

  /** Where findings are written. */
  public PrintWriter writer() {
    return writer;
  }

  /** Whether no file was in it yet, so that it is begun anew. */
  public boolean fresh() {
    return fresh;
  }

  /** The files that are still to do. */
  public List<Path> left(List<Path> files) {
    return files.stream().filter(file -> !isDone(file)).toList();
  }

  private boolean isDone(Path file) {
    var then = done.get(file);
    if (then == null) {
      return false;
    }
    if (!then.equals(state(file))) {
      throw new IllegalArgumentException(
          "%s has changed since it was classified; delete %s and begin anew".formatted(file, list));
    }
    return true;
  }

  /** Notes that all that is to be said of a file is written. */
  public void done(Path file) {
    try {
      writer.flush();
      output.force(false);
      append(
          "%d\t%s\t%s"
              .formatted(
                  output.position(), state(file), URLEncoder.encode(file.toString(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it: all is written, and there is nothing to go on with. */
  public void complete() throws IOException {
    writer.flush();
    output.force(false);
    Files.deleteIfExists(list);
  }

  /** Reads the list. Returns where the output is whole to, -1 when no file is in it. */
  private long read(String subject) throws IOException {
    var bytes = Files.readString(list, UTF_8);
    int end = bytes.lastIndexOf('\n') + 1; // a line without an end was cut off
    var known = bytes.substring(0, end).lines().toList();
    if (known.isEmpty()) {
      return -1;
    }
    if (!known.getFirst().equals(subject)) {
      throw new IllegalArgumentException(
          "%s was begun with another model or other options; delete it to begin anew"
              .formatted(list));
    }
    if (known.size() == 1) {
      return -1; // no file is in the output yet, and its first lines may be half written
    }
    long whole = 0;
    for (var line : known.subList(1, known.size())) {
      var cell = line.split("\t", -1);
      whole = Long.parseLong(cell[0]);
      done.put(Path.of(URLDecoder.decode(cell[3], UTF_8)), cell[1] + "\t" + cell[2]);
    }
    lines.truncate(bytes.substring(0, end).getBytes(UTF_8).length);
    return Math.min(whole, output.size());
  }

  private void append(String line) throws IOException {
    lines.position(lines.size());
    var bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      lines.write(bytes);
    }
    lines.force(false);
  }

  private static String state(Path file) {
    try {
      return Files.size(file) + "\t" + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return "0\t0"; // it is gone, and was refused
    }
  }

  @Override
  public void close() {
    try (output;
        lines) {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
