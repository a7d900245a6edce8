package org.fieldstation.station.night;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.look.Look;
import org.fieldstation.station.settings.InfraredSettings.Lit;

/**
 * Decides when the infrared lamp is lit. Only the camera is asked whether it is dark: a station may
 * have no clock, and under trees night comes when it wants. While the lamp is on, that cannot be
 * seen; so one that is on all night is put out for a few looks now and then.
 */
public final class NightLight {

  /** Mean luma of 255 below which a picture is not worth keeping. */
  private static final double DUSK = 12;

  /** The camera has turned its gain up in the dark, so daylight must be clearly brighter. */
  private static final double DAWN = 24;

  private static final Duration PROBE_EVERY = Duration.ofMinutes(10);

  /**
   * A camera's exposure takes a second or two to settle; light that is not the lamp's then shows.
   */
  private static final Duration PROBE = Duration.ofSeconds(3);

  private final Lit when;
  private final Duration quiet;
  private final BooleanSupplier feeling;
  private final StationClock clock;
  private final InfraredLamp lamp;
  private boolean dark;
  private boolean probing;
  private long stirred;
  private long switched;

  /**
   * @param quiet how long nothing must be felt before the lamp goes out
   * @param feeling whether something is felt now
   */
  public NightLight(
      Lit when, Duration quiet, BooleanSupplier feeling, StationClock clock, InfraredLamp lamp) {
    this.when = when;
    this.quiet = quiet;
    this.feeling = feeling;
    this.clock = clock;
    this.lamp = lamp;
    this.stirred = clock.nanos() - quiet.toNanos();
  }

  /** Something was felt: the next picture should show it. Called from the detector's own line. */
  public synchronized void stir() {
    stirred = clock.nanos();
    if (when == Lit.EVENT && dark) {
      light(true);
    }
  }

  /** The camera has taken a picture. */
  public synchronized void see(Look look) {
    if (look.gate().equals(Look.DAMAGED)) {
      return;
    }
    if (feeling.getAsBoolean()) {
      stirred = clock.nanos();
    }
    if (!lamp.wanted()) {
      judge(look.luma());
    }
    switch (when) {
      case EVENT -> light(dark && since(stirred).compareTo(quiet) < 0);
      case NIGHT -> allNight();
    }
  }

  private void judge(double luma) {
    if (probing && since(switched).compareTo(PROBE) < 0) {
      return; // its exposure is still that of the lamp's light
    }
    probing = false;
    dark = luma < (dark ? DAWN : DUSK);
  }

  private void allNight() {
    if (lamp.wanted() && since(switched).compareTo(PROBE_EVERY) >= 0) {
      probing = true;
      light(false);
    } else if (!probing) {
      light(dark);
    }
  }

  private void light(boolean on) {
    if (lamp.wanted() != on) {
      switched = clock.nanos();
      lamp.light(on);
    }
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(clock.nanos() - nanos);
  }

  /** The camera is gone: nobody needs light. */
  public synchronized void out() {
    light(false);
  }
}
