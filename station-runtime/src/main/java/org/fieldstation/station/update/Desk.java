package org.fieldstation.station.update;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.slots.Trial;
import org.fieldstation.ota.update.Phase;
import org.fieldstation.ota.update.Progress;
import org.fieldstation.ota.update.Verdict;
import org.fieldstation.station.update.Order.Wish;

/**
 * Where an update is asked for and asked about: by servers through LwM2M, by a technician through
 * the command line. It only writes down what is wanted; the path of the update does it.
 */
public final class Desk {
  private final Disk disk;
  private final Path root;
  private final OrderFile orders;
  private final List<Runnable> bells = new CopyOnWriteArrayList<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** A desk beside the slots. */
  public Desk(Disk disk, Path root) {
    this.disk = disk;
    this.root = root;
    this.orders = new OrderFile(disk, root);
  }

  /** Has this rung whenever something is wanted here. */
  public void onOrder(Runnable bell) {
    bells.add(bell);
  }

  /** Has this told whenever the update has moved on. */
  public void onMove(Runnable watcher) {
    watchers.add(watcher);
  }

  /** How everything stands. */
  public record Status(
      Progress progress,
      Optional<Order> order,
      Optional<LastEnd> last,
      Optional<String> current,
      Optional<String> previous,
      Set<String> bad) {}

  public Status status() {
    var slots = new Slots(disk, root);
    return new Status(
        Progress.read(disk, root),
        orders.read(),
        LastEnd.read(disk, root),
        slots.current(),
        slots.previous(),
        new Trial(disk, root).bad());
  }

  public Optional<Order> order() {
    return orders.read();
  }

  /** Takes an order; false while another update can no longer be called off. */
  public boolean take(Order order) {
    return locked(() -> {
      var phase = Progress.read(disk, root).phase();
      if (phase != Phase.IDLE && !orders.read().equals(Optional.of(order))) {
        return false;
      }
      orders.write(order);
      disk.delete(root.resolve("last"));
      return true;
    });
  }

  /** Adds a wish to the order there is; false where there is none. */
  public boolean wish(Wish wish) {
    return locked(() -> {
      var order = orders.read();
      order.ifPresent(known -> orders.write(known.and(wish)));
      return order.isPresent();
    });
  }

  /** Forgets how the last update ended, and calls off the one there is, if that can still be. */
  public void reset() {
    locked(() -> {
      disk.delete(root.resolve("last"));
      orders.read().ifPresent(known -> orders.write(known.and(Wish.WITHDRAW).and(Wish.FORGET)));
      return true;
    });
  }

  /** The update moved on. */
  public void moved() {
    watchers.forEach(Runnable::run);
  }

  /** Remembers how it ended and forgets the order. Doing it twice is as good as once. */
  void close(String release, Verdict verdict) {
    locked(() -> {
      if (orders.read().filter(order -> order.has(Wish.FORGET)).isEmpty()) {
        new LastEnd(release, verdict.result().lwm2m(), verdict.reason()).write(disk, root);
      }
      orders.delete();
      return true;
    });
  }

  /** Forgets an order that no update came of. */
  void forget() {
    locked(() -> {
      orders.delete();
      return true;
    });
  }

  private boolean locked(BooleanSupplier work) {
    lock.lock();
    try {
      return work.getAsBoolean();
    } finally {
      lock.unlock();
      moved();
      bells.forEach(Runnable::run);
    }
  }
}
