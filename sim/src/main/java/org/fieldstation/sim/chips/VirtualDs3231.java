package org.fieldstation.sim.chips;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.fieldstation.drivers.time.StationClock;

/** A DS3231 as the bus sees it (Maxim 19-5170). Without a battery it stops when its supply goes. */
public final class VirtualDs3231 extends Registers {
  private static final int STATUS = 0x0F;
  private static final int STOPPED = 0x80;

  private final Surroundings around;
  private final StationClock clock;
  private Instant set = Instant.parse("2000-01-01T00:00:00Z");
  private long setNanos;

  public VirtualDs3231(Surroundings around, StationClock clock) {
    this.around = around;
    this.clock = clock;
    powerUp();
  }

  @Override
  public void powerUp() {
    clear();
    put(STATUS, STOPPED);
    put(0x0E, 0x1C);
    set = Instant.parse("2000-01-01T00:00:00Z");
    setNanos = clock.nanos();
  }

  /** Runs on from that time, as one that was set before. */
  public void set(Instant utc) {
    set = utc;
    setNanos = clock.nanos();
    put(STATUS, 0);
  }

  @Override
  void written(int register, byte value) {
    put(register, value);
    if (register == 0x06) { // the last of seven; a driver writes them in one go
      set =
          LocalDateTime.of(
                  2_000 + digits(0x06),
                  digits(0x05) % 20,
                  digits(0x04),
                  digits(0x02),
                  digits(0x01),
                  digits(0x00))
              .toInstant(ZoneOffset.UTC);
      setNanos = clock.nanos();
    }
  }

  @Override
  void refresh() {
    var now = LocalDateTime.ofInstant(set.plusNanos(clock.nanos() - setNanos), ZoneOffset.UTC);
    putDigits(0x00, now.getSecond());
    putDigits(0x01, now.getMinute());
    putDigits(0x02, now.getHour());
    putDigits(0x03, now.getDayOfWeek().getValue());
    putDigits(0x04, now.getDayOfMonth());
    putDigits(0x05, now.getMonthValue());
    putDigits(0x06, now.getYear() % 100);
    long quarters = Math.round(around.temperature() * 4);
    put(0x11, (int) (quarters >> 2));
    put(0x12, (int) (quarters & 0b11) << 6);
  }

  private int digits(int register) {
    return (get(register) >> 4) * 10 + (get(register) & 0xF);
  }

  private void putDigits(int register, int value) {
    put(register, (value / 10) << 4 | value % 10);
  }
}
