package org.fieldstation.sim.central.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.fieldstation.sim.central.CentralReport;
import org.fieldstation.sim.central.StoredRecord;

/**
 * The central server's page: stations, what is missing, what was heard; and the export, a JSON
 * object a line. Without recipients it shows everything and is for this computer only.
 */
public final class CentralPage implements AutoCloseable {
  private final CentralReport report;
  private final Sensitive sensitive = Sensitive.protectedSpecies();
  private final Optional<Recipients> recipients;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  private CentralPage(CentralReport report, Optional<Recipients> recipients, HttpServer server) {
    this.report = report;
    this.recipients = recipients;
    this.server = server;
  }

  /**
   * Serves the page.
   *
   * @param address a loopback one when there are no recipients
   */
  public static CentralPage start(
      InetSocketAddress address, CentralReport report, Optional<Recipients> recipients)
      throws IOException {
    if (recipients.isEmpty() && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "a page for other computers needs recipients with passwords");
    }
    var server = HttpServer.create(address, 0);
    var page = new CentralPage(report, recipients, server);
    var context = server.createContext("/", page::answer);
    recipients.ifPresent(known -> context.setAuthenticator(authenticator(known)));
    server.setExecutor(page.workers);
    server.start();
    return page;
  }

  private static BasicAuthenticator authenticator(Recipients known) {
    return new BasicAuthenticator("stations") {
      @Override
      public boolean checkCredentials(String name, String password) {
        return known.view(name, password).isPresent();
      }
    };
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (!exchange.getRequestMethod().equals("GET")) {
        say(exchange, 405, "text/plain", "only GET");
      } else if (path.equals("/")) {
        say(exchange, 200, "text/html", Pages.stations(report));
      } else if (path.equals("/protected")) {
        var lines = ProtectedMonths.of(report, sensitive).map(line -> line + "\n");
        say(exchange, 200, "application/x-ndjson", lines.collect(Collectors.joining()));
      } else if (path.startsWith("/export/")) {
        export(exchange, path.substring("/export/".length()));
      } else if (path.startsWith("/station/")) {
        station(exchange, path.substring("/station/".length()));
      } else {
        say(exchange, 404, "text/plain", "there is nothing here");
      }
    }
  }

  private void station(HttpExchange exchange, String station) throws IOException {
    if (report.stations().contains(station)) {
      say(exchange, 200, "text/html", Pages.station(report, station, view(exchange), sensitive));
    } else {
      say(exchange, 404, "text/plain", "no such station");
    }
  }

  /** Streamed: a year of a station is not held in memory. */
  private void export(HttpExchange exchange, String station) throws IOException {
    if (!report.stations().contains(station)) {
      say(exchange, 404, "text/plain", "no such station");
      return;
    }
    var view = view(exchange);
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (var out = new BufferedWriter(new OutputStreamWriter(exchange.getResponseBody(), UTF_8))) {
      report.records(station, record -> write(out, station, record, view));
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private void write(Writer out, String station, StoredRecord record, View view) {
    view.line(station, record, sensitive)
        .ifPresent(line -> {
          try {
            out.write(line + "\n");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private View view(HttpExchange exchange) {
    var who = exchange.getPrincipal();
    return recipients
        .map(known ->
            Optional.ofNullable(who == null ? null : known.byName().get(who.getUsername()))
                .map(Recipients.Recipient::view)
                .orElse(View.COARSE))
        .orElse(View.ALL);
  }

  private static void say(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
