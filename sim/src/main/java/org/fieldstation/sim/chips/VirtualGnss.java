package org.fieldstation.sim.chips;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A satellite receiver as its line sees it (NMEA 0183: RMC, GGA and GSA each second), with a fix at
 * one place.
 */
public final class VirtualGnss implements Talker {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmss.SS", Locale.ROOT);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMyy", Locale.ROOT);

  private final Supplier<Instant> utc;
  private final String position;
  private final double metres;

  /**
   * A receiver at that place.
   *
   * @param utc the true time
   * @param north degrees, below zero for south
   * @param east degrees, below zero for west
   * @param metres above the sea
   */
  public VirtualGnss(Supplier<Instant> utc, double north, double east, double metres) {
    this.utc = utc;
    this.position =
        angle(north, "%02d%07.4f")
            + (north < 0 ? ",S," : ",N,")
            + angle(east, "%03d%07.4f")
            + (east < 0 ? ",W" : ",E");
    this.metres = metres;
  }

  private static String angle(double degrees, String format) {
    double all = Math.abs(degrees);
    return String.format(Locale.ROOT, format, (int) all, (all - (int) all) * 60);
  }

  @Override
  public byte[] says() {
    var now = LocalDateTime.ofInstant(utc.get(), ZoneOffset.UTC);
    var time = TIME.format(now);
    var said =
        sentence("GNRMC," + time + ",A," + position + ",0.0,0.0," + DATE.format(now) + ",,,A")
            + sentence("GNGGA," + time + "," + position + ",1,09,0.9," + metres + ",M,-35.0,M,,")
            + sentence("GNGSA,A,3,02,05,07,09,13,15,20,29,30,,,,1.6,0.9,1.3");
    return said.getBytes(StandardCharsets.US_ASCII);
  }

  private static String sentence(String body) {
    int sum = body.chars().reduce(0, (a, b) -> a ^ b);
    return String.format(Locale.ROOT, "$%s*%02X\r\n", body, sum);
  }
}
