package org.fieldstation.sim.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpRelayTest {
  private static final int PACKETS = 200;

  private DatagramSocket server = unbound();
  private DatagramSocket client = unbound();

  private static DatagramSocket unbound() {
    try {
      return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void patience() throws IOException {
    server.setSoTimeout(300);
    client.setSoTimeout(300);
  }

  @AfterEach
  void close() {
    server.close();
    client.close();
  }

  @Test
  void aLinkWithoutFaultsCarriesBothWays() throws IOException {
    try (var relay = relay(1)) {
      send(relay, 1);
      var packet = new DatagramPacket(new byte[10], 10);
      server.receive(packet);
      server.send(packet);
      client.receive(packet);

      assertThat(packet.getData()[0]).isEqualTo((byte) 1);
      assertThat(relay.up().packets()).isEqualTo(1);
      assertThat(relay.down().bytes()).isEqualTo(1);
    }
  }

  @Test
  void theSameSeedLosesTheSamePackets() throws IOException {
    var losses = new HashSet<Set<Byte>>();
    for (int run = 0; run < 2; run++) {
      try (var relay = relay(42)) {
        relay.up().set(new Impairment(0.3, Duration.ZERO, 0, 0));
        losses.add(arrivals(relay));
      }
    }
    assertThat(losses).hasSize(1);
    assertThat(losses.iterator().next()).hasSizeBetween(PACKETS / 2, PACKETS - 1);
  }

  @Test
  void inABlackoutNothingArrives() throws IOException {
    try (var relay = relay(1)) {
      relay.set(Impairment.BLACKOUT);
      assertThat(arrivals(relay)).isEmpty();
    }
  }

  @Test
  void afterRebindingTheServerSeesAnotherPort() throws IOException {
    try (var relay = relay(1)) {
      var ports = new HashSet<Integer>();
      for (int i = 0; i < 2; i++) {
        send(relay, i);
        var packet = new DatagramPacket(new byte[10], 10);
        server.receive(packet);
        ports.add(packet.getPort());
        relay.rebind();
      }
      assertThat(ports).hasSize(2);
    }
  }

  private UdpRelay relay(long seed) throws IOException {
    return new UdpRelay((InetSocketAddress) server.getLocalSocketAddress(), seed);
  }

  private void send(UdpRelay relay, int content) throws IOException {
    var to = new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port());
    client.send(new DatagramPacket(new byte[] {(byte) content}, 1, to));
  }

  private Set<Byte> arrivals(UdpRelay relay) throws IOException {
    for (int i = 0; i < PACKETS; i++) {
      send(relay, i);
    }
    var arrived = new HashSet<Byte>();
    var packet = new DatagramPacket(new byte[10], 10);
    try {
      while (true) {
        server.receive(packet);
        arrived.add(packet.getData()[0]);
      }
    } catch (SocketTimeoutException e) {
      return arrived;
    }
  }
}
