package org.fieldstation.sim.central.fleet;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fieldstation.sim.central.Desk;
import org.fieldstation.sim.central.Intake;
import org.fieldstation.sim.central.Labels;
import org.fieldstation.sim.central.Receipts;
import org.fieldstation.station.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A front's end of the streams: parcels go in, and receipts for its own stations come back. */
public final class ParcelStream implements Intake {
  private static final Logger log = LoggerFactory.getLogger(ParcelStream.class);

  private final Producer<String, byte[]> writer;
  private final ReceiptStream receipts;
  private final Desk desk = new Desk("stream");

  /** Only this front has their sessions; another could not reach them. */
  private final Set<String> ours = ConcurrentHashMap.newKeySet();

  /**
   * Opens it.
   *
   * @param streams which are there already
   * @param back the way to the stations
   */
  public ParcelStream(Streams streams, Receipts back) {
    receipts = new ReceiptStream(streams, ours::contains, back);
    writer = streams.writer();
  }

  @Override
  public void take(String station, byte[] parcel) {
    ours.add(station);
    desk.put(station, () -> hand(station, parcel));
  }

  private void hand(String station, byte[] parcel) {
    try {
      Labels.open(station, parcel);
      var _ =
          writer.send(
              new ProducerRecord<>(Streams.PARCELS, station, parcel),
              (_, failure) -> {
                if (failure != null) { // no receipt will come, and the station sends it again
                  log.warn("a parcel of {} did not reach the stream", station, failure);
                }
              });
    } catch (WireException e) {
      log.info("a parcel of {} was thrown away: {}", station, Labels.printable(e));
    } catch (RuntimeException e) {
      log.warn("a parcel of {} did not reach the stream", station, e);
    }
  }

  @Override
  public void close() {
    desk.close();
    writer.close(Duration.ofSeconds(5));
    receipts.close();
  }
}
