package org.fieldstation.sim.chips;

/** A PMS5003 as its line sees it (Plantower PMS5003 series, appendix I): a frame each second. */
public final class VirtualPms5003 implements Talker {
  private static final double PM1_PART = 0.7;
  private static final double PM10_PART = 1.3;

  private final Surroundings around;

  public VirtualPms5003(Surroundings around) {
    this.around = around;
  }

  @Override
  public byte[] says() {
    var frame = new byte[32];
    frame[0] = 0x42;
    frame[1] = 0x4D;
    put(frame, 2, 28);
    for (int twice = 0; twice < 2; twice++) { // for factories, then for the air outdoors
      put(frame, 4 + 6 * twice, around.dust() * PM1_PART);
      put(frame, 6 + 6 * twice, around.dust());
      put(frame, 8 + 6 * twice, around.dust() * PM10_PART);
    }
    int sum = 0;
    for (int i = 0; i < 30; i++) {
      sum += frame[i] & 0xFF;
    }
    put(frame, 30, sum);
    return frame;
  }

  private static void put(byte[] frame, int at, double value) {
    int word = (int) Math.round(value);
    frame[at] = (byte) (word >> 8);
    frame[at + 1] = (byte) word;
  }
}
