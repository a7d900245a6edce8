package org.fieldstation.sim.central;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.lwm2m.DeviceCard;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.journal.Lane;

/**
 * The clients of many stations in one process; each registers and delivers ten records. Arguments:
 * the server's port, how many. Prints one line of JSON.
 */
final class FleetStations {
  private static final int RECORDS = 10;
  private static final Duration AT_MOST = Duration.ofMinutes(8);

  private FleetStations() {}

  static void main(String[] args) throws Exception {
    int stations = Integer.parseInt(args[1]);
    var time = new SystemTime();
    var songs = new Songs();
    var centrals = new ArrayList<Lwm2mCentral>();
    var delivered = new CountDownLatch(stations);
    var failures = new AtomicInteger();
    long start = System.nanoTime();
    for (int n = 0; n < stations; n++) {
      var name = FleetBench.name(n);
      var settings =
          new Lwm2mSettings(
              "reserve",
              name,
              URI.create("coaps://127.0.0.1:" + args[0]),
              name,
              FleetBench.KEY,
              new DeviceCard("Field Station", "mast", name, "0.1.0"),
              Patience.field(),
              false);
      var central = new Lwm2mCentral(settings, songs, time, new SplittableRandom(n));
      centrals.add(central);
      Thread.ofVirtual()
          .start(() -> {
            deliver(central, name, time, failures);
            delivered.countDown();
          });
    }
    double built = (System.nanoTime() - start) / 1e9;
    boolean all = delivered.await(AT_MOST.toSeconds(), TimeUnit.SECONDS);
    System.out.printf(
        "{\"all_delivered\": %s, \"registered\": %d, \"failures\": %d, \"built_s\": %.1f,"
            + " \"cpu_ms_per_station\": %.1f, \"rss_kib_per_station\": %d, \"threads\": %d}%n",
        all,
        centrals.stream().filter(Lwm2mCentral::registered).count(),
        failures.get(),
        built,
        FleetBench.processorMillis() / (double) stations,
        FleetBench.residentKib() / stations,
        Thread.getAllStackTraces().size());
    System.out.flush();
    Runtime.getRuntime().halt(0); // taking down a thousand clients proves nothing more
  }

  private static void deliver(
      Lwm2mCentral central, String name, SystemTime time, AtomicInteger failures) {
    var parcel = Songs.parcel(name, Lane.DATA, Songs.entries(1, RECORDS));
    try {
      while (true) {
        try {
          central.deliver(parcel);
          return;
        } catch (CentralException e) {
          failures.incrementAndGet();
          time.sleep(Duration.ofSeconds(1));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
