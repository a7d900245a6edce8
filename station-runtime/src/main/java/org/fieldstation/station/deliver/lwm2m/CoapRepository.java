package org.fieldstation.station.deliver.lwm2m;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.fieldstation.ota.Repository;

/**
 * A repository behind CoAP: each file block by block (RFC 7959), begun at the byte that is wanted.
 * Nothing is kept in memory but the blocks on their way.
 */
public final class CoapRepository implements Repository, AutoCloseable {
  static final int BLOCK = 1024;

  /** RFC 7959 §2.2: the size exponent of 1024. */
  private static final int SIZE_EXPONENT = 6;

  private static final long ANSWER_MS = 100_000; // EXCHANGE_LIFETIME's part that is ours to wait

  private final URI address;
  private final CoapEndpoint endpoint;
  private final CoapClient client;
  private final int window;

  /**
   * @param window blocks asked for at a time; RFC 7252 §4.7 wants 1 unless the server agreed
   */
  CoapRepository(URI address, CoapEndpoint endpoint, int window) {
    this.address = address;
    this.endpoint = endpoint;
    this.window = window;
    this.client = new CoapClient().setEndpoint(endpoint).setTimeout(ANSWER_MS);
  }

  @Override
  public Optional<InputStream> open(String name, long from) throws IOException {
    int number = Math.toIntExact(from / BLOCK);
    var first = first(name, number);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var in = new BlockStream(client, asked -> ask(name, asked), first.get(), number, window);
    in.skipNBytes(from % BLOCK);
    return Optional.of(in);
  }

  /** The first block is asked for alone: a handshake may have to come before it. */
  private Optional<CoapResponse> first(String name, int number) throws IOException {
    try {
      var answer = client.advanced(ask(name, number));
      if (answer == null) {
        throw new IOException(name + ": no answer");
      }
      if (answer.getCode() == ResponseCode.NOT_FOUND) {
        return Optional.empty();
      }
      if (!answer.isSuccess()) {
        throw new IOException("%s: CoAP %s".formatted(name, answer.getCode()));
      }
      return Optional.of(answer);
    } catch (ConnectorException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
  }

  private Request ask(String name, int number) {
    var request = Request.newGet();
    var base = address.toString();
    request.setURI(base.endsWith("/") ? base + name : base + "/" + name);
    request.getOptions().setBlock2(SIZE_EXPONENT, false, number);
    return request;
  }

  @Override
  public void close() {
    client.shutdown();
    endpoint.destroy();
  }
}
