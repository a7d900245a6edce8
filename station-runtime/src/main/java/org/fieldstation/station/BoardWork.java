package org.fieldstation.station;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.fieldstation.drivers.BoardState;
import org.fieldstation.drivers.BoardState.Throttle;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.station.notes.WeatherReport;

/**
 * Watches the computer itself. A supply that sags and a box in the sun are the two ways in which a
 * board dies slowly, and its firmware knows of both before anything fails.
 */
record BoardWork(Supplier<Hardware> hardware, Desk desk) implements SensingWork.Path {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int MINUTES_BETWEEN_READINGS = 10;

  @Override
  public void run(WeatherReport report, Runnable progress) throws InterruptedException {
    tellBefore(hardware.get().state());
    for (long minute = 0; ; minute++) {
      var state = hardware.get().state();
      state.now().stream().sorted().forEach(this::tell);
      if (minute % MINUTES_BETWEEN_READINGS == 0) {
        state.celsius().ifPresent(it -> measured(it, report));
      }
      progress.run();
      desk.time().sleep(EVERY);
    }
  }

  /** What only the firmware saw: the station did not run, or did not look just then. */
  private void tellBefore(BoardState state) {
    if (state.sinceBoot().contains(Throttle.UNDER_VOLTAGE)
        && !state.now().contains(Throttle.UNDER_VOLTAGE)) {
      desk.faults()
          .note(
              "board", "board-under-voltage-before", "the supply was below 4.63 V since power-on");
    }
  }

  private void tell(Throttle throttle) {
    desk.faults()
        .note(
            "board",
            "board-" + throttle.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            switch (throttle) {
              case UNDER_VOLTAGE -> "the supply is below 4.63 V";
              case FREQUENCY_CAPPED -> "the firmware caps the processor's frequency";
              case THROTTLED -> "the firmware slows the processor down";
              case SOFT_TEMPERATURE_LIMIT -> "the processor is above its soft limit of temperature";
            });
  }

  private void measured(double celsius, WeatherReport report) {
    var sample = new Sample(List.of(new Reading(Quantity.CHIP_TEMPERATURE, celsius)), List.of());
    desk.measured("board", sample);
    report.notes(sample).forEach(desk.scribe()::put);
  }
}
