package org.fieldstation.sim.central.fleet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The two streams between the machines of a central server. In both the key is the station's name,
 * so that what concerns one station stays in order; a value is a parcel as the station sent it
 * (docs/parcel.cddl), or a receipt as it is written into its Outbox.
 *
 * @param brokers where Kafka is asked for, {@code host:port} with commas between
 */
public record Streams(String brokers) {
  static final String PARCELS = "station-parcels";
  static final String RECEIPTS = "station-receipts";

  /** More filers than this have nothing to do. */
  private static final int PARTS = 12;

  /** As many copies as an ordinary cluster has machines; a single broker can hold but one. */
  private static final int COPIES = 3;

  /** Who sends again within minutes needs no receipt of yesterday. */
  private static final String RECEIPTS_KEPT_MS = "3600000";

  /** Makes the streams where they are not there yet. */
  public void prepare() throws InterruptedException {
    try (var admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
      int machines = admin.describeCluster().nodes().get().size();
      short copies = (short) Math.min(COPIES, machines);
      var safe = Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf((copies + 1) / 2));
      var parcels = new NewTopic(PARCELS, PARTS, copies).configs(safe);
      var receipts =
          new NewTopic(RECEIPTS, 1, copies)
              .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, RECEIPTS_KEPT_MS));
      for (var made : admin.createTopics(List.of(parcels, receipts)).values().values()) {
        await(made);
      }
    } catch (ExecutionException e) {
      throw new StreamException("Kafka at " + brokers + " does not answer as it should", e);
    }
  }

  private static void await(KafkaFuture<Void> made)
      throws InterruptedException, ExecutionException {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** Writes so that what is acknowledged is on every machine that is in step. */
  Producer<String, byte[]> writer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** Reads as one of a group, from where the group said it was done. */
  Consumer<String, byte[]> member(String group) {
    return reader(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"));
  }

  /** Reads for itself alone. */
  Consumer<String, byte[]> listener() {
    return reader(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest"));
  }

  private static Consumer<String, byte[]> reader(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
