package org.fieldstation.station.software;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.station.software.Standing.State;
import org.fieldstation.station.software.Standing.Wish;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be replaced from afar: a model, or the configuration. Servers ask for it here
 * and read how it stands; {@link Porter} does it. What is in use stays until another is activated.
 */
public final class SoftwarePackage {
  private static final Set<State> RESTING = Set.of(State.INITIAL, State.DELIVERED, State.INSTALLED);

  private final int number;
  private final Installer installer;
  private final StandingFile file;
  private final Path folder;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> bells = new CopyOnWriteArrayList<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

  /**
   * @param number of its instance of object 9
   * @param root folder of all packages
   */
  public SoftwarePackage(int number, Installer installer, Disk disk, Path root) {
    this.number = number;
    this.installer = installer;
    this.folder = root.resolve(Integer.toString(number));
    this.file =
        new StandingFile(disk, folder); // made when it is needed: a full disk stops no start
  }

  public int number() {
    return number;
  }

  Path folder() {
    return folder;
  }

  Installer installer() {
    return installer;
  }

  public String title() {
    return installer.title();
  }

  public Standing standing() {
    return file.read();
  }

  public boolean isActive() {
    return installer.isActive(standing().name());
  }

  /** Has this run whenever something is wanted. */
  public void onWish(Runnable bell) {
    bells.add(bell);
  }

  /** Has this run whenever it stands otherwise. */
  public void onChange(Runnable watcher) {
    watchers.add(watcher);
  }

  /** Wants the bundle at an address. Null when that is taken, else the objection. */
  public @Nullable String want(String uri, String by) {
    var objection =
        asked(
            now -> RESTING.contains(now.state()) && now.wish() == Wish.NOTHING,
            _ -> uri.isEmpty() ? Standing.FIRST : Standing.wanted(uri, by));
    return objection;
  }

  /** Wants what has been delivered installed. */
  public @Nullable String install(String by) {
    return asked(now -> now.state() == State.DELIVERED, now -> now.wishing(Wish.INSTALL, by));
  }

  public @Nullable String activate(String by) {
    return asked(now -> now.state() == State.INSTALLED, now -> now.wishing(Wish.ACTIVATE, by));
  }

  public @Nullable String deactivate(String by) {
    return asked(now -> now.state() == State.INSTALLED, now -> now.wishing(Wish.DEACTIVATE, by));
  }

  /** Removes it, or with forUpdate only makes room for the next: what is in use stays in use. */
  public @Nullable String uninstall(boolean forUpdate, String by) {
    return asked(
        now -> RESTING.contains(now.state()) && now.wish() == Wish.NOTHING,
        now ->
            forUpdate || now.state() != State.INSTALLED
                ? Standing.FIRST
                : now.wishing(Wish.UNINSTALL, by));
  }

  private @Nullable String asked(
      java.util.function.Predicate<Standing> may, UnaryOperator<Standing> change) {
    lock.lock();
    try {
      var now = file.read();
      if (!may.test(now)) {
        return "not while it is " + now;
      }
      file.write(change.apply(now));
    } finally {
      lock.unlock();
    }
    bells.forEach(Runnable::run);
    watchers.forEach(Runnable::run);
    return null;
  }

  /** Moves on, unless somebody called it off meanwhile. */
  void moves(Standing from, Standing to) {
    lock.lock();
    try {
      if (file.read().equals(from)) {
        file.write(to);
      }
    } finally {
      lock.unlock();
    }
    watchers.forEach(Runnable::run);
  }
}
