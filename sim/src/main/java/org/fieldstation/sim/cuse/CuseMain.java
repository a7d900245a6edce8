package org.fieldstation.sim.cuse;

import java.io.IOException;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.board.Fitting;
import org.fieldstation.sim.board.VirtualBoard;
import org.fieldstation.sim.board.Weathering;
import org.fieldstation.sim.world.Weather;

/**
 * Makes a virtual bus a device node: {@code CuseMain 7 bme280 sht4x …} is {@code /dev/i2c-7} with
 * those chips where their data sheets put them, in the weather of the made-up world.
 */
public final class CuseMain {
  private CuseMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2 || !args[0].matches("[0-9]{1,3}")) {
      System.err.println("usage: CuseMain BUS CHIP…; chips are those of the catalogue on I2C");
      System.exit(2);
    }
    int number = Integer.parseInt(args[0]);
    var time = new SystemTime();
    var weather = new Weather(1);
    var board = new VirtualBoard(time);
    var fitting = new Fitting(board, new Weathering(weather, time), weather);
    for (int i = 1; i < args.length; i++) {
      if (Place.parse(Chips.kind(args[i]).usualPlace()) instanceof Place.I2c at) {
        board.i2c(number).plug(at.address(), fitting.slave(args[i]));
      }
    }
    CuseI2cBus.start(board.i2c(number), number);
    System.out.println("/dev/i2c-" + number + " has " + board.i2c(number).addresses());
    Thread.currentThread().join(); // until the process is ended, and the node with it
  }
}
