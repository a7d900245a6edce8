package org.fieldstation.sim.chips;

/** A MAX17048 as the bus sees it (Maxim 19-6171), on a cell that neither fills nor empties. */
public final class VirtualMax17048 extends Words {
  private static final int WAS_RESET = 0x0100;
  private static final double CELL_EMPTY_VOLTS = 3.3;
  private static final double CELL_FULL_VOLTS = 4.2;

  private final Surroundings around;
  private int status = WAS_RESET;

  public VirtualMax17048(Surroundings around) {
    super(false);
    this.around = around;
  }

  @Override
  public void powerUp() {
    status = WAS_RESET;
  }

  @Override
  void written(int register, int word) {
    if (register == 0x1A) {
      status = word;
    }
  }

  /** The cell's voltage for that charge, a straight line: a real one is bent. */
  public static double cellVolts(double percent) {
    return CELL_EMPTY_VOLTS + (CELL_FULL_VOLTS - CELL_EMPTY_VOLTS) * percent / 100;
  }

  @Override
  int value(int register) {
    double percent = around.chargePercent();
    return switch (register) {
      case 0x02 -> (int) Math.round(cellVolts(percent) / 78.125e-6);
      // After a reset the first guess is made from the voltage alone, and is off.
      case 0x04 -> (int) Math.round((status == 0 ? percent : percent / 2) * 256);
      case 0x08 -> 0x0012;
      case 0x16 -> 0;
      case 0x1A -> status;
      default -> 0;
    };
  }
}
