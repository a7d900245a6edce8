package org.fieldstation.sim.central.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.sim.central.CentralStore;
import org.fieldstation.sim.central.CentralStoreException;
import org.fieldstation.sim.central.Labels;
import org.fieldstation.station.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what comes down the stream, tells of each parcel that is stored, and only then says to the
 * stream that it is done: killed in between, it does the last ones again, which changes nothing.
 */
public final class Filer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Filer.class);
  private static final String GROUP = "station-filers";
  private static final Duration TURN = Duration.ofSeconds(1);
  private static final Duration UNTIL_THE_DISK_HAS_ROOM = Duration.ofSeconds(5);

  private final CentralStore store;
  private final TimeKeeper time;
  private final Consumer<String, byte[]> reader;
  private final Producer<String, byte[]> writer;
  private final AtomicLong filed = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  /** Starts to work. The store is closed with it. */
  public Filer(Streams streams, CentralStore store, TimeKeeper time) {
    this.store = store;
    this.time = time;
    reader = streams.member(GROUP);
    writer = streams.writer();
    thread = Thread.ofPlatform().daemon().name("filer").start(this::run);
  }

  /** How many parcels it has stored since it started, those it knew already counted too. */
  public long filed() {
    return filed.get();
  }

  private void run() {
    try (store;
        writer;
        reader) {
      reader.subscribe(List.of(Streams.PARCELS));
      while (!closed) {
        file(reader.poll(TURN));
      }
    } catch (WakeupException | InterruptedException e) {
      log.debug("closed", e);
    }
  }

  private void file(ConsumerRecords<String, byte[]> parcels) throws InterruptedException {
    try {
      parcels.forEach(this::file);
      writer.flush();
      reader.commitSync();
    } catch (CentralStoreException e) {
      log.warn("nothing can be stored; the stream keeps it", e);
      for (var part : parcels.partitions()) { // back to the first of these, in the next turn
        reader.seek(part, parcels.records(part).getFirst().offset());
      }
      time.sleep(UNTIL_THE_DISK_HAS_ROOM);
    }
  }

  private void file(ConsumerRecord<String, byte[]> parcel) {
    try {
      var receipt = store.add(Labels.open(parcel.key(), parcel.value()));
      var _ =
          writer.send(
              new ProducerRecord<>(Streams.RECEIPTS, parcel.key(), ReceiptLine.of(receipt)));
      filed.incrementAndGet();
    } catch (WireException e) {
      log.info("a parcel of {} was thrown away: {}", parcel.key(), Labels.printable(e));
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.wakeup();
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
