package org.fieldstation.station.deliver.lwm2m;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.Request;

/**
 * The blocks of one file in their order, a few of them on their way at a time. All have to be of
 * one version (ETag): blocks of two would be found out by the hash only at the end.
 */
final class BlockStream extends InputStream {
  /** {@code onError} may never be called, for instance when a handshake is given up. */
  private static final long PATIENCE_S = 120;

  private final CoapClient client;
  private final IntFunction<Request> blocks;
  private final int window;
  private final byte[] version;
  private final ArrayDeque<CompletableFuture<CoapResponse>> coming = new ArrayDeque<>();
  private byte[] block;
  private int at;
  private int next;
  private boolean last;

  /**
   * @param first the answer with the first block
   * @param number the number of that block
   */
  BlockStream(
      CoapClient client, IntFunction<Request> blocks, CoapResponse first, int number, int window)
      throws IOException {
    this.client = client;
    this.blocks = blocks;
    this.window = window;
    this.version = version(first);
    this.next = number;
    this.block = taken(first);
  }

  private static byte[] version(CoapResponse answer) {
    var tag = answer.getOptions().getResponseEtag();
    return tag == null ? new byte[0] : tag;
  }

  private byte[] taken(CoapResponse answer) throws IOException {
    var number = answer.getOptions().getBlock2();
    if (number == null ? next != 0 : number.getNum() != next) {
      throw new IOException("the server sent another block than was asked for");
    }
    if (!Arrays.equals(version, version(answer))) {
      throw new IOException("the file was changed on the server while it was being brought");
    }
    last = number == null || !number.isM();
    next++;
    at = 0;
    return answer.getPayload();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (at == block.length) {
      if (last) {
        return -1;
      }
      block = awaited();
    }
    int count = Math.min(length, block.length - at);
    System.arraycopy(block, at, bytes, offset, count);
    at += count;
    return count;
  }

  private byte[] awaited() throws IOException {
    while (coming.size() < window) {
      coming.add(fire(next + coming.size()));
    }
    try {
      var answer = coming.remove().get();
      if (!answer.isSuccess()) {
        throw new IOException("CoAP " + answer.getCode());
      }
      return taken(answer);
    } catch (ExecutionException e) {
      throw new IOException("a block did not come: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }

  private CompletableFuture<CoapResponse> fire(int number) {
    var answer = new CompletableFuture<CoapResponse>();
    var request = blocks.apply(number);
    client.advanced(
        new CoapHandler() {
          @Override
          public void onLoad(CoapResponse response) {
            answer.complete(response);
          }

          @Override
          public void onError() {
            answer.completeExceptionally(new IOException("no answer"));
          }
        },
        request);
    return answer.orTimeout(PATIENCE_S, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    coming.forEach(one -> one.cancel(true)); // the last may lie beyond the end of the file
    coming.clear();
  }
}
