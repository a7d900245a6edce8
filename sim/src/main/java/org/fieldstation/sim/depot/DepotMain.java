package org.fieldstation.sim.depot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Serves a repository over HTTP and CoAP: {@code REPOSITORY [HTTP-PORT [COAP-PORT [ADDRESS]]]}. On
 * the loopback interface unless an address is given; a public one belongs behind a server that
 * speaks TLS. What is served is signed, so being overheard gives away what is installed, no more.
 */
public final class DepotMain {
  private static final int HTTP = 8080;
  private static final int COAP = 5683;

  private DepotMain() {}

  static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 1 || args.length > 4 || !Files.isDirectory(Path.of(args[0]))) {
      System.err.println("usage: ota serve REPOSITORY [HTTP-PORT [COAP-PORT [ADDRESS]]]");
      System.exit(2);
    }
    var address =
        args.length > 3 ? InetAddress.getByName(args[3]) : InetAddress.getLoopbackAddress();
    var http =
        HttpDepot.start(
            Path.of(args[0]),
            new InetSocketAddress(address, args.length > 1 ? Integer.parseInt(args[1]) : HTTP));
    var coap =
        CoapDepot.start(
            Path.of(args[0]),
            new InetSocketAddress(address, args.length > 2 ? Integer.parseInt(args[2]) : COAP),
            Map.of());
    var host = address.getHostAddress();
    System.out.printf(
        "serving http://%s:%d/ota and coap://%s:%d/ota%n", host, http.port(), host, coap.port());
    new CountDownLatch(1).await();
  }
}
