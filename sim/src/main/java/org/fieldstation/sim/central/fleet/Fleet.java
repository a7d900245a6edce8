package org.fieldstation.sim.central.fleet;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.sim.central.Account;
import org.fieldstation.sim.central.CentralStore;
import org.fieldstation.sim.central.Front;
import redis.clients.jedis.JedisPool;

/** Puts the machines of a central server together. */
public final class Fleet {
  private Fleet() {}

  /**
   * A machine that stations see.
   *
   * @param redis empty: it remembers by itself who is registered, and forgets with its process
   */
  public static Front front(
      String brokers, Optional<URI> redis, InetSocketAddress address, List<Account> accounts)
      throws InterruptedException {
    var streams = new Streams(brokers);
    streams.prepare();
    return Front.open(
        address,
        accounts,
        redis.map(at -> new SharedRegistrations(new JedisPool(at))),
        receipts -> new ParcelStream(streams, receipts));
  }

  /** The machine that stores. */
  public static Filer filer(String brokers, Path store) throws InterruptedException {
    var streams = new Streams(brokers);
    streams.prepare();
    return new Filer(streams, CentralStore.open(store), new SystemTime());
  }
}
