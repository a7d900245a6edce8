package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.sim.link.UdpRelay;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.deliver.lwm2m.DeviceCard;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.jspecify.annotations.Nullable;

/** A station's client, a link and a server, for one test. */
final class Field implements AutoCloseable {
  static final Secret KEY = Secret.ofHex("00112233445566778899aabbccddeeff");
  static final Patience SHORT =
      new Patience(
          Duration.ofHours(1),
          Duration.ofMillis(150),
          Duration.ofMillis(1500),
          Duration.ofMillis(700),
          Duration.ofMillis(100),
          Duration.ofMillis(400));
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  final SystemTime time = new SystemTime();
  final Songs songs = new Songs();
  final UdpRelay relay;
  private final Path file;
  private @Nullable CentralServer server;
  private @Nullable Lwm2mCentral central;

  Field(Path file) throws IOException {
    this.file = file;
    relay = new UdpRelay(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9), 1);
  }

  CentralServer startServer() {
    return startServer(Habits.GOOD);
  }

  CentralServer startServer(UnaryOperator<Receipts> receipts) {
    return startServer(new Habits(receipts, true));
  }

  CentralServer startServer(Habits habits) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var accounts = List.of(new Account(Songs.STATION, "identity-1", KEY));
    var started = CentralServer.start(address, file, accounts, habits);
    relay.retarget(new InetSocketAddress(InetAddress.getLoopbackAddress(), started.port()));
    server = started;
    return started;
  }

  CentralServer server() {
    return Objects.requireNonNull(server, "no server was started");
  }

  void killServer() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  Lwm2mCentral startStation(Secret key) {
    central = new Lwm2mCentral(settings(key), songs, time, new SplittableRandom(7));
    return central;
  }

  /** A station that is what it is told to be. */
  Lwm2mCentral startStation(Lwm2mSettings settings, Written written, Pull pull) {
    central = new Lwm2mCentral(settings, written, pull, time, new SplittableRandom(7));
    return central;
  }

  /** A station that shows more than its outbox. */
  Lwm2mCentral startStation(Lwm2mSettings settings, ObjectShelf shelf) {
    central = new Lwm2mCentral(settings, songs, Pull.NOTHING, shelf, time, new SplittableRandom(7));
    return central;
  }

  Lwm2mSettings settings(Secret key) {
    return settings(key, SHORT);
  }

  Lwm2mSettings settings(Secret key, Patience patience) {
    return new Lwm2mSettings(
        "reserve",
        Songs.STATION,
        URI.create("coaps://127.0.0.1:" + relay.port()),
        "identity-1",
        key,
        new DeviceCard("Field Station", "mast", "0001", "0.1.0"),
        patience,
        false);
  }

  void stopStation() {
    if (central != null) {
      central.close();
      central = null;
    }
  }

  CentralReport report() {
    return new CentralReport(file);
  }

  /** Offers a parcel as a station does: again and again, until there is a receipt. */
  Receipt deliver(Lwm2mCentral to, Parcel parcel) throws InterruptedException {
    long deadline = time.nanos() + AT_MOST.toNanos();
    while (true) {
      try {
        return to.deliver(parcel);
      } catch (CentralException e) {
        if (time.nanos() > deadline) {
          throw new AssertionError("never delivered", e);
        }
        time.sleep(Duration.ofMillis(20));
      }
    }
  }

  /** Offers a parcel until it fails in that way. */
  CentralException fail(Lwm2mCentral to, Parcel parcel, CentralException.Code code)
      throws InterruptedException {
    long deadline = time.nanos() + AT_MOST.toNanos();
    while (true) {
      try {
        throw new AssertionError("delivered: " + to.deliver(parcel));
      } catch (CentralException e) {
        if (e.code() == code) {
          return e;
        }
        if (time.nanos() > deadline) {
          throw new AssertionError("never failed as " + code, e);
        }
        time.sleep(Duration.ofMillis(20));
      }
    }
  }

  /** Waits until something holds. */
  void until(String what, BooleanSupplier holds) throws InterruptedException {
    long deadline = time.nanos() + AT_MOST.toNanos();
    while (!holds.getAsBoolean()) {
      if (time.nanos() > deadline) {
        throw new AssertionError(
            "never happened: " + what + (central == null ? "" : "; " + central.lastFailure()));
      }
      time.sleep(Duration.ofMillis(20));
    }
  }

  @Override
  public void close() {
    stopStation();
    killServer();
    relay.close();
  }
}
