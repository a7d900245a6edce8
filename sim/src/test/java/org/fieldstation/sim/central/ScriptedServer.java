package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.EmptyMessage;
import org.eclipse.californium.core.coap.Message;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.serialization.UdpDataParser;
import org.eclipse.californium.core.network.serialization.UdpDataSerializer;
import org.eclipse.californium.elements.AddressEndpointContext;

/** A LwM2M server of a few lines that goes wrong once, in one way, at one step. */
final class ScriptedServer implements AutoCloseable {
  private static final int LARGEST = 2048;

  /** What the client wants. */
  enum Step {
    REGISTER,
    UPDATE,
    SEND
  }

  /** What it gets. */
  enum Answer {
    WELL,
    SILENCE,
    ICMP,
    NOT_FOUND,
    INTERNAL_ERROR,
    RESET
  }

  private final Step step;
  private final Answer answer;
  private final int port;
  private final Thread serving;
  private final AtomicInteger registrations = new AtomicInteger();
  private final AtomicInteger mids = new AtomicInteger(0x7000);
  private volatile DatagramSocket socket;
  private volatile boolean struck;
  private volatile int silencedMid = -1;
  private volatile boolean closed;
  private volatile boolean updateWanted;

  ScriptedServer(Step step, Answer answer) throws IOException {
    this.step = step;
    this.answer = answer;
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    port = socket.getLocalPort();
    serving = Thread.ofPlatform().daemon().name("scripted").start(this::serve);
  }

  int port() {
    return port;
  }

  /** Whether it has gone wrong yet. */
  boolean struck() {
    return struck;
  }

  int registrations() {
    return registrations.get();
  }

  /** The next answer to a Send comes with a request for an update. */
  void wantUpdate() {
    updateWanted = true;
  }

  private void serve() {
    var buffer = new byte[LARGEST];
    while (!closed) {
      var packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        var bytes = Arrays.copyOf(buffer, packet.getLength());
        if (new UdpDataParser().parseMessage(bytes) instanceof Request request) {
          take(request, packet);
        }
      } catch (IOException | RuntimeException e) {
        if (closed) {
          return;
        }
      }
    }
  }

  private void take(Request request, DatagramPacket from) throws IOException {
    var now = stepOf(request);
    if (now == Step.REGISTER) {
      registrations.incrementAndGet();
    }
    if (request.getMID() == silencedMid) {
      return; // a retransmission of what is not answered
    }
    if (now == step && !struck) {
      struck = true;
      goWrong(request, from);
      return;
    }
    var response = new Response(now == Step.REGISTER ? ResponseCode.CREATED : ResponseCode.CHANGED);
    if (now == Step.REGISTER) {
      response.getOptions().setLocationPath("rd/1");
    }
    answer(request, response, from);
    if (updateWanted && now == Step.SEND && step == Step.UPDATE && !struck) {
      updateWanted = false;
      execute(from);
    }
  }

  private static Step stepOf(Request request) {
    var path = request.getOptions().getUriPathString();
    return path.equals("rd") ? Step.REGISTER : path.startsWith("rd/") ? Step.UPDATE : Step.SEND;
  }

  private void goWrong(Request request, DatagramPacket from) throws IOException {
    switch (answer) {
      case SILENCE -> silencedMid = request.getMID();
      case ICMP -> {
        socket.close(); // the kernel answers what comes now with "port unreachable"
        pause();
        socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
      }
      case NOT_FOUND -> answer(request, new Response(ResponseCode.NOT_FOUND), from);
      case INTERNAL_ERROR ->
          answer(request, new Response(ResponseCode.INTERNAL_SERVER_ERROR), from);
      case RESET -> {
        var reset = new EmptyMessage(CoAP.Type.RST);
        reset.setMID(request.getMID());
        send(reset, from);
      }
      case WELL -> throw new IllegalStateException("nothing goes wrong");
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Request request, Response response, DatagramPacket to) throws IOException {
    response.setType(CoAP.Type.ACK);
    response.setMID(request.getMID());
    response.setToken(request.getToken());
    send(response, to);
  }

  /** Registration Update Trigger, 1/0/8. */
  private void execute(DatagramPacket to) throws IOException {
    var trigger = Request.newPost();
    trigger.setType(CoAP.Type.NON);
    trigger.setMID(mids.incrementAndGet());
    trigger.setToken(new byte[] {1, 2});
    trigger.getOptions().addUriPath("1").addUriPath("0").addUriPath("8");
    send(trigger, to);
  }

  private void send(Message message, DatagramPacket to) throws IOException {
    message.setDestinationContext(
        new AddressEndpointContext(new InetSocketAddress(to.getAddress(), to.getPort())));
    var serializer = new UdpDataSerializer();
    var bytes =
        (message instanceof Request request
                ? serializer.serializeRequest(request)
                : message instanceof Response response
                    ? serializer.serializeResponse(response)
                    : serializer.serializeEmptyMessage((EmptyMessage) message))
            .getBytes();
    socket.send(new DatagramPacket(bytes, bytes.length, to.getAddress(), to.getPort()));
  }

  @Override
  public void close() throws SocketException {
    closed = true;
    socket.close();
    serving.interrupt();
  }
}
