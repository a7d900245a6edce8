package org.fieldstation.sim.central.fleet;

import java.time.Duration;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.fieldstation.sim.central.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries receipts from whoever stored something to the station that waits for them. */
final class ReceiptStream implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReceiptStream.class);
  private static final Duration TURN = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> reader;
  private final Predicate<String> ours;
  private final Receipts back;
  private final Thread thread;
  private volatile boolean closed;

  /** From now on; what was told before it was opened is of nobody who waits here. */
  ReceiptStream(Streams streams, Predicate<String> ours, Receipts back) {
    this.ours = ours;
    this.back = back;
    reader = streams.listener();
    var all =
        reader.partitionsFor(Streams.RECEIPTS).stream()
            .map(part -> new TopicPartition(part.topic(), part.partition()))
            .toList();
    reader.assign(all);
    reader.seekToEnd(all);
    all.forEach(reader::position); // or the end would be sought only when we first look
    thread = Thread.ofPlatform().daemon().name("receipts").start(this::run);
  }

  private void run() {
    try (reader) {
      while (!closed) {
        for (var told : reader.poll(TURN)) {
          bring(told);
        }
      }
    } catch (WakeupException e) {
      log.debug("closed", e);
    }
  }

  private void bring(ConsumerRecord<String, byte[]> told) {
    if (!ours.test(told.key())) {
      return;
    }
    try {
      back.send(told.key(), ReceiptLine.read(told.value()));
    } catch (IllegalArgumentException e) {
      log.warn("what is told of {} is no receipt", told.key(), e);
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
