package org.fieldstation.station.bring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.fieldstation.station.bring.BringException.Code;

/**
 * One file from the network. What has come is kept when the line is cut, and the next try goes on
 * from its end; never more is taken than was announced.
 */
final class Download {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PARTIAL = 206;
  private static final int OK = 200;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client;

  Download(HttpClient client) {
    this.client = client;
  }

  static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(PATIENCE)
        .followRedirects(HttpClient.Redirect.NORMAL) // never from https to http
        .build();
  }

  /**
   * Brings a file, or the rest of it.
   *
   * @param most bytes that it may have
   * @param progress is told how many bytes there are now
   * @throws BringException UNREACHABLE, REFUSED or UNWRITABLE
   */
  void bring(URI url, Path file, long most, LongConsumer progress) throws InterruptedException {
    long had = size(file);
    var request = HttpRequest.newBuilder(url).timeout(PATIENCE).GET();
    if (had > 0) {
      request.header("Range", "bytes=" + had + "-");
    }
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        switch (answer.statusCode()) {
          case PARTIAL -> append(body, file, had, most, progress);
          case OK -> append(body, file, 0, most, progress);
          case RANGE_NOT_SATISFIABLE -> progress.accept(had); // all of it was there already
          default ->
              throw new BringException(
                  Code.REFUSED,
                  "%s: the server answered %d; is it still there?"
                      .formatted(url, answer.statusCode()));
        }
      }
    } catch (IOException e) {
      throw new BringException(
          Code.UNREACHABLE,
          "%s: cannot be reached (%s); bring the file on a stick and install that, or try again: it"
                  .formatted(url.getHost(), e.getClass().getSimpleName())
              + " goes on where it was cut",
          e);
    }
  }

  private static void append(
      InputStream body, Path file, long from, long most, LongConsumer progress) throws IOException {
    try (var out = open(file)) {
      out.truncate(from);
      out.position(from);
      var block = new byte[1 << 16];
      long at = from;
      for (int n = body.read(block); n >= 0; n = body.read(block)) {
        at += n;
        if (at > most) {
          throw new BringException(
              Code.WRONG_HASH, "%s: more than the %d bytes it has".formatted(file, most));
        }
        write(out, ByteBuffer.wrap(block, 0, n), file);
        progress.accept(at);
      }
      out.force(true);
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void write(FileChannel out, ByteBuffer bytes, Path file) {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static BringException unwritable(Path file, IOException e) {
    return new BringException(
        Code.UNWRITABLE,
        "%s: cannot be written (%s); check space and permissions".formatted(file, e.getMessage()),
        e);
  }
}
