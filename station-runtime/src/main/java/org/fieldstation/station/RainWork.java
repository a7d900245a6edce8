package org.fieldstation.station;

import org.fieldstation.drivers.chip.bucket.TippingBucket;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.weather.Pace;
import org.fieldstation.station.weather.Showers;

/** Opens a tipping bucket and runs the path of the rain. */
record RainWork(String name, Pace pace, Desk desk, Opening bucket) implements SensingWork.Path {

  /** How the bucket is opened. */
  @FunctionalInterface
  interface Opening {
    TippingBucket open() throws InterruptedException;
  }

  @Override
  public void run(WeatherReport report, Runnable progress) throws InterruptedException {
    var gauge = bucket.open();
    progress.run();
    Paths.rain(
        new Samples(gauge, pace.every(), desk.time()),
        new Showers(gauge.millimetresPerTip(), gauge::tips, desk.time()),
        pace,
        sample -> desk.measured(name, sample),
        report,
        desk.scribe());
  }
}
