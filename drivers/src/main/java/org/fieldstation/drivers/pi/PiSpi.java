package org.fieldstation.drivers.pi;

import com.pi4j.io.spi.Spi;
import org.fieldstation.drivers.wires.SpiWires;

/** A Pi4J SPI chip; all chips of a bus talk on the bus's own thread. */
record PiSpi(String name, String bus, Spi spi, Board board) implements SpiWires {

  @Override
  public byte[] exchange(byte... out) {
    return board.on(
        bus,
        () ->
            Trouble.told(
                name,
                () -> {
                  var into = new byte[out.length];
                  spi.transfer(out, 0, into, 0, out.length);
                  return into;
                }));
  }
}
