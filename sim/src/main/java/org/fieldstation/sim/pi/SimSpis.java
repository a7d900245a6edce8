package org.fieldstation.sim.pi;

import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;
import java.util.function.UnaryOperator;
import org.fieldstation.drivers.pi.ByteSpi;
import org.fieldstation.drivers.pi.Registered;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.board.VirtualBoard;

/** Chips on the SPI buses of a virtual board. */
final class SimSpis extends SpiProviderBase {
  private final VirtualBoard board;

  SimSpis(VirtualBoard board) {
    super("sim-spi");
    this.board = board;
  }

  @Override
  public Spi create(SpiConfig config) {
    var at = new Place.Spi(config.bus().getBus(), config.channel());
    return Registered.in(
        context, new Chip(this, config, out -> board.spi(at).apply(out)), () -> {});
  }

  private static final class Chip extends ByteSpi {
    private final UnaryOperator<byte[]> chip;

    Chip(SpiProvider provider, SpiConfig config, UnaryOperator<byte[]> chip) {
      super(provider, config);
      this.chip = chip;
    }

    @Override
    protected byte[] exchange(byte[] out) {
      return chip.apply(out);
    }
  }
}
