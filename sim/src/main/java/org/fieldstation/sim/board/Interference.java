package org.fieldstation.sim.board;

import java.util.random.RandomGenerator;
import org.fieldstation.drivers.kernel.Errno;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.sim.chips.Nack;
import org.fieldstation.sim.chips.Slave;

/** What happens to a transfer between a bus and a chip. */
@FunctionalInterface
public interface Interference {

  /** Writes to the chip if there is something to write, then reads if something is to be read. */
  byte[] transfer(Slave chip, byte[] out, int length) throws KernelException;

  /** Nothing happens to it. */
  Interference NONE =
      (chip, out, length) -> {
        if (out.length > 0 || length == 0) {
          chip.write(out);
        }
        return length == 0 ? new byte[0] : chip.read(length);
      };

  /** The cable is out: nobody acknowledges. */
  Interference UNPLUGGED =
      (_, _, _) -> {
        throw Nack.nobody();
      };

  /** A chip holds the clock: the kernel gives up. */
  Interference HANGING =
      (_, _, _) -> {
        throw new KernelException("i2c", Errno.ETIMEDOUT);
      };

  /** In one read of so many a bit comes over changed. */
  static Interference flips(RandomGenerator random, int oneIn) {
    return (chip, out, length) -> {
      var bytes = NONE.transfer(chip, out, length);
      if (bytes.length > 0 && random.nextInt(oneIn) == 0) {
        int bit = random.nextInt(bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
      }
      return bytes;
    };
  }

  /** A line so disturbed that one transfer of so many fails, before or after it was done. */
  static Interference disturbed(RandomGenerator random, int oneIn) {
    return (chip, out, length) -> {
      int luck = random.nextInt(2 * oneIn);
      if (luck == 0) {
        throw new KernelException("i2c", Errno.EIO);
      }
      var bytes = NONE.transfer(chip, out, length);
      if (luck == 1) {
        throw Nack.nobody();
      }
      return bytes;
    };
  }

  /** The supply dips once, before the transfer with that number from now on. */
  static Interference dip(int transfers) {
    var left = new int[] {transfers};
    return (chip, out, length) -> {
      if (left[0]-- == 0) {
        chip.powerUp();
      }
      return NONE.transfer(chip, out, length);
    };
  }
}
