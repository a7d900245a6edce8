package org.fieldstation.drivers.kernel;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fieldstation.drivers.wires.SerialLine;
import org.jspecify.annotations.Nullable;

/**
 * A serial line with a thread of its own that waits in the kernel, because a virtual thread that
 * waits there holds up others. What nobody takes is dropped, oldest first: a receiver that was not
 * listened to for a minute is asked where it is now.
 */
public final class HeardLine implements SerialLine, AutoCloseable {
  private static final int MOST_CHUNKS = 64;

  private final String name;
  private final SerialPort port;
  private final Watch watch;
  private final Thread thread;
  private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>(MOST_CHUNKS);
  private volatile @Nullable KernelException gone;
  private byte[] rest = {};
  private int taken;

  /** Opens the line and listens. */
  public static HeardLine open(String path, int baud) throws KernelException {
    var port = SerialPort.open(path, baud);
    try {
      return new HeardLine(path, port, port.watch());
    } catch (KernelException e) {
      port.close();
      throw e;
    }
  }

  private HeardLine(String name, SerialPort port, Watch watch) {
    this.name = name;
    this.port = port;
    this.watch = watch;
    this.thread = Thread.ofPlatform().daemon().name("serial " + name).unstarted(this::listen);
    thread.start();
  }

  private void listen() {
    try {
      port.follow(watch, this::heard);
    } catch (KernelException e) {
      gone = e;
      heard(new byte[0]); // wakes the reader
    }
  }

  private void heard(byte[] bytes) {
    while (!heard.offer(bytes)) {
      heard.poll();
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Whether the device has gone away; what it said before may still be read. */
  public boolean lost() {
    return gone != null;
  }

  @Override
  public synchronized int read(byte[] into, Duration atMost) throws InterruptedException {
    if (taken == rest.length && !more(atMost)) {
      return 0;
    }
    int count = Math.min(into.length, rest.length - taken);
    System.arraycopy(rest, taken, into, 0, count);
    taken += count;
    return count;
  }

  private boolean more(Duration atMost) throws InterruptedException {
    var next = gone == null ? heard.poll(atMost.toNanos(), TimeUnit.NANOSECONDS) : heard.poll();
    if (next != null && next.length > 0) {
      rest = next;
      taken = 0;
      return true;
    }
    var why = gone;
    if (why != null) {
      throw Refusal.of(name, why);
    }
    return false;
  }

  @Override
  public void write(byte... bytes) {
    try {
      port.write(bytes);
    } catch (IOException e) {
      throw Refusal.of(name, e);
    }
  }

  @Override
  public void close() {
    try {
      watch.stop();
      thread.join();
      watch.close();
    } catch (KernelException e) {
      throw Refusal.of(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    port.close();
  }
}
