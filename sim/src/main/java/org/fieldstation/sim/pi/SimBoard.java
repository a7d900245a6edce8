package org.fieldstation.sim.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.util.function.Supplier;
import org.fieldstation.drivers.pi.Board;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.SerialLine;
import org.fieldstation.sim.board.VirtualBoard;
import org.jspecify.annotations.Nullable;

/**
 * A virtual board behind the same Pi4J interface as a real one. Its chips never keep a thread
 * waiting, so that a bus needs none of its own.
 */
public record SimBoard(VirtualBoard board) implements Board {

  @Override
  public Context context() {
    return Pi4J.newContextBuilder()
        .noAutoDetect()
        .disableShutdownHook()
        .add(
            new SimInputs(board),
            new SimOutputs(board),
            new SimI2cs(board),
            new SimSpis(board),
            new SimPwms(board))
        .build();
  }

  @Override
  public int gpioChip(@Nullable String label) {
    return 0;
  }

  @Override
  public int pwmChip(@Nullable String name) {
    return 0;
  }

  @Override
  public OneWire oneWire(Place.OneWire at) {
    return board.oneWire(at);
  }

  @Override
  public SerialLine serial(Place.Serial at, int baud) {
    return board.serial(at);
  }

  @Override
  public boolean lost(SerialLine line) {
    return false;
  }

  @Override
  public <T> T on(String bus, Supplier<T> action) {
    return action.get();
  }

  @Override
  public void close() {}
}
