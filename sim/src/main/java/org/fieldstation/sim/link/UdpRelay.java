package org.fieldstation.sim.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.SystemTime;

/**
 * A bad link between UDP clients and one server, on the loopback interface and in real time. What
 * it does is drawn from a seed; what the operating system does in between is not.
 */
public final class UdpRelay implements AutoCloseable {
  private static final int LARGEST = 65_536;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("relay-timer").factory());
  private final DatagramSocket front;
  private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
  private final Direction up;
  private final Direction down;
  private volatile InetSocketAddress server;
  private volatile Consumer<byte[]> ear = _ -> {};

  /** A relay on a free port in front of that server. */
  public UdpRelay(InetSocketAddress server, long seed) throws IOException {
    this.server = server;
    var seeds = new SplittableRandom(seed);
    var clock = new SystemTime();
    up = new Direction(seeds.split(), timer, clock);
    down = new Direction(seeds.split(), timer, clock);
    front = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().name("relay-up").start(() -> receive(front, this::toServer));
  }

  /** Where clients send to. */
  public int port() {
    return front.getLocalPort();
  }

  /** From clients to server. */
  public Direction up() {
    return up;
  }

  /** From server to clients. */
  public Direction down() {
    return down;
  }

  /** Both directions. */
  public void set(Impairment impairment) {
    up.set(impairment);
    down.set(impairment);
  }

  /** So many bits a second in each direction; 0 is no limit. */
  public void rate(long bitsPerSecond) {
    up.rate(bitsPerSecond);
    down.rate(bitsPerSecond);
  }

  /** The server is somewhere else now. */
  public void retarget(InetSocketAddress now) {
    server = now;
    rebind();
  }

  /** The NAT forgets its bindings: the server sees every client come from a new port. */
  public void rebind() {
    var forgotten = Map.copyOf(backs);
    backs.keySet().removeAll(forgotten.keySet());
    forgotten.values().forEach(DatagramSocket::close);
  }

  /** Somebody listens to every packet of both directions. */
  public void overheardBy(Consumer<byte[]> listener) {
    ear = listener;
  }

  /** Somebody on the path sends this to the server, from where each client's packets come. */
  public void forgeUp(byte[] bytes) {
    backs.values().forEach(back -> send(back, new DatagramPacket(bytes, bytes.length, server)));
  }

  /** Somebody on the path sends this to each client, from where the server's packets come. */
  public void forgeDown(byte[] bytes) {
    backs.keySet().forEach(client -> send(front, new DatagramPacket(bytes, bytes.length, client)));
  }

  private void toServer(DatagramPacket packet) {
    var client = packet.getSocketAddress();
    var to = server;
    var copy = copy(packet, to);
    ear.accept(copy.getData());
    up.carry(copy.getLength(), () -> send(backs.computeIfAbsent(client, this::back), copy));
  }

  private DatagramSocket back(SocketAddress client) {
    try {
      var back = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Thread.ofVirtual()
          .name("relay-down")
          .start(() -> receive(back, packet -> toClient(packet, client)));
      return back;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void toClient(DatagramPacket packet, SocketAddress client) {
    var copy = copy(packet, client);
    ear.accept(copy.getData());
    down.carry(copy.getLength(), () -> send(front, copy));
  }

  private static DatagramPacket copy(DatagramPacket packet, SocketAddress to) {
    return new DatagramPacket(
        Arrays.copyOf(packet.getData(), packet.getLength()), packet.getLength(), to);
  }

  private static void send(DatagramSocket from, DatagramPacket packet) {
    try {
      from.send(packet);
    } catch (IOException e) {
      // A packet lost: nothing else ever happens to packets.
    }
  }

  private static void receive(DatagramSocket socket, Taker taker) {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        taker.take(packet);
      } catch (IOException e) {
        // Closed, or an ICMP error of an earlier packet: look again.
      }
    }
  }

  @Override
  public void close() {
    front.close();
    rebind();
    timer.shutdownNow();
  }

  @FunctionalInterface
  private interface Taker {
    void take(DatagramPacket packet);
  }
}
