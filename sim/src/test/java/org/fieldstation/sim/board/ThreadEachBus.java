package org.fieldstation.sim.board;

import com.pi4j.context.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.fieldstation.drivers.pi.Board;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.SerialLine;
import org.jspecify.annotations.Nullable;

/** A board whose buses have a thread each, as a real one's have. */
record ThreadEachBus(Board board, Map<String, ExecutorService> threads) implements Board {

  ThreadEachBus(Board board) {
    this(board, new ConcurrentHashMap<>());
  }

  @Override
  public <T> T on(String bus, Supplier<T> action) {
    var thread =
        threads.computeIfAbsent(
            bus,
            it ->
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(it).factory()));
    try {
      return thread.submit(action::get).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Context context() {
    return board.context();
  }

  @Override
  public int gpioChip(@Nullable String label) {
    return board.gpioChip(label);
  }

  @Override
  public int pwmChip(@Nullable String name) {
    return board.pwmChip(name);
  }

  @Override
  public OneWire oneWire(Place.OneWire at) {
    return board.oneWire(at);
  }

  @Override
  public SerialLine serial(Place.Serial at, int baud) {
    return board.serial(at, baud);
  }

  @Override
  public boolean lost(SerialLine line) {
    return board.lost(line);
  }

  @Override
  public void close() {
    threads.values().forEach(ExecutorService::shutdownNow);
    board.close();
  }
}
