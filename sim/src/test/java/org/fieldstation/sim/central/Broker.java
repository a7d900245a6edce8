package org.fieldstation.sim.central;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka, broker and controller in one, which can be stopped and started again. */
final class Broker implements AutoCloseable {
  private final Properties properties = new Properties();
  private final int port = free();
  private KafkaRaftServer server;

  Broker(Path folder) throws IOException {
    int controller = free();
    set("process.roles", "broker,controller");
    set("node.id", "1");
    set("controller.listener.names", "CONTROLLER");
    set("controller.quorum.voters", "1@127.0.0.1:" + controller);
    set("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
    set("log.dirs", folder.resolve("logs").toString());
    set("offsets.topic.replication.factor", "1");
    set("offsets.topic.num.partitions", "1");
    set("group.initial.rebalance.delay.ms", "0");
    set("group.coordinator.threads", "1");
    set("auto.create.topics.enable", "false");
    var file = folder.resolve("kafka.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, "");
    }
    String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    int rc = StorageTool.execute(format, new PrintStream(PrintStream.nullOutputStream()));
    if (rc != 0) {
      throw new IOException("Kafka's storage was not formatted: " + rc);
    }
    start();
  }

  void start() {
    server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    server.startup();
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  private void set(String name, String value) {
    properties.setProperty(name, value);
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
