package org.fieldstation.sim.central.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Has a central server bring a release to its stations in stages: {@code URI VERSION --server STORE
 * [--canary A,B]}. Exit 0 all run it, 1 it stopped because too many failed, 2 usage, 3 no server.
 */
public final class RolloutMain {
  private static final String USAGE =
      "usage: ota rollout URI VERSION --server STORE [--canary STATION,…]";

  private RolloutMain() {}

  static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  /** The same as a call. */
  public static int run(List<String> args) {
    int server = args.indexOf("--server");
    int canary = args.indexOf("--canary");
    if (args.size() < 4 || server < 2 || server + 1 >= args.size() || canary + 1 >= args.size()) {
      System.err.println(USAGE);
      return 2;
    }
    var canaries = canary < 0 ? "" : " " + args.get(canary + 1).replace(',', ' ');
    var console = Console.of(Path.of(args.get(server + 1)));
    if (!Files.exists(console)) {
      System.err.println("ota: no central server runs on " + args.get(server + 1));
      return 3;
    }
    return ask(console, "rollout %s %s%s%n".formatted(args.get(0), args.get(1), canaries));
  }

  private static int ask(Path console, String line) {
    try (var call = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      call.connect(UnixDomainSocketAddress.of(console));
      call.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
      var said = "";
      var in = new BufferedReader(Channels.newReader(call, UTF_8));
      for (var next = in.readLine(); next != null; next = in.readLine()) {
        System.out.println(next);
        said = next;
      }
      return said.equals("done") ? 0 : said.equals("stopped") ? 1 : 3;
    } catch (IOException e) {
      System.err.println("ota: the central server does not answer: " + e.getMessage());
      return 3;
    }
  }
}
