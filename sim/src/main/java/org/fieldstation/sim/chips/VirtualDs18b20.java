package org.fieldstation.sim.chips;

/** A DS18B20 as its master sees it (Maxim DS18B20, figures 4 and 8): nine bytes. */
public final class VirtualDs18b20 {
  private static final int POWER_ON = 85 * 16;

  private final Surroundings around;
  private boolean dips;

  public VirtualDs18b20(Surroundings around) {
    this.around = around;
  }

  /** During the next conversion its supply dips. */
  public void dip() {
    dips = true;
  }

  public byte[] scratchpad() {
    int counts = dips ? POWER_ON : (int) Math.round(around.temperature() * 16);
    dips = false;
    var bytes =
        new byte[] {
          (byte) counts, (byte) (counts >> 8), 0x4B, 0x46, 0x7F, (byte) 0xFF, 0x0C, 0x10, 0
        };
    bytes[8] = (byte) crc(bytes);
    return bytes;
  }

  /** The shift register of the data sheet's figure on CRC, a bit at a time. */
  private static int crc(byte[] bytes) {
    int register = 0;
    for (int bit = 0; bit < 64; bit++) {
      int in = (bytes[bit / 8] >> bit % 8 & 1) ^ (register & 1);
      register >>= 1;
      if (in == 1) {
        register ^= 0b1000_1100;
      }
    }
    return register;
  }
}
