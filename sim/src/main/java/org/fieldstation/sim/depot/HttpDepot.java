package org.fieldstation.sim.depot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A repository over HTTP/1.1 with ranges (RFC 9110 §14), under {@code /ota/}. */
public final class HttpDepot implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{1,15})?");
  private static final String PREFIX = "/ota/";
  private static final int SLICE = 4 << 10;
  private static final int MOST_AT_A_TIME = 64;

  private final HttpServer server;
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
  private final Shelf shelf;
  private final Tap tap = new Tap();

  private HttpDepot(Path repository, HttpServer server) {
    this.shelf = new Shelf(repository);
    this.server = server;
    server.setExecutor(readers);
    server.createContext(PREFIX, this::answer);
  }

  /** Serves a repository. */
  public static HttpDepot start(Path repository, InetSocketAddress address) throws IOException {
    var depot = new HttpDepot(repository, HttpServer.create(address, MOST_AT_A_TIME));
    depot.server.start();
    return depot;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Bytes of files that it has sent. */
  public long sent() {
    return tap.given();
  }

  /** Where it can be made to fall silent. */
  public Tap tap() {
    return tap;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var item = shelf.find(path.substring(PREFIX.length()));
      if (!exchange.getRequestMethod().equals("GET") || item.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        send(exchange, item.get());
      }
    }
  }

  private void send(HttpExchange exchange, Shelf.Item item) throws IOException {
    var tag = '"' + Long.toHexString(item.version()) + '"';
    var wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (wanted != null && !wanted.equals(tag)) {
      exchange.sendResponseHeaders(412, -1);
      return;
    }
    var range = RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
    boolean ranged = range.matches();
    long from = ranged ? Long.parseLong(range.group(1)) : 0;
    long end =
        ranged && range.group(2) != null
            ? Math.min(Long.parseLong(range.group(2)) + 1, item.length())
            : item.length();
    if (ranged && from >= end) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    exchange.getResponseHeaders().set("ETag", tag);
    exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
    if (ranged) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, end - 1, item.length()));
    }
    exchange.sendResponseHeaders(ranged ? 206 : 200, Math.max(end - from, 0));
    try (var out = exchange.getResponseBody()) {
      for (long at = from; at < end; ) {
        var part = item.part(at, (int) Math.min(SLICE, end - at));
        tap.await(part.length);
        out.write(part);
        at += part.length;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    readers.shutdownNow();
  }
}
