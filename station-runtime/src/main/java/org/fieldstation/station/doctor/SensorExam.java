package org.fieldstation.station.doctor;

import static org.fieldstation.drivers.Quantity.RAIN;
import static org.fieldstation.drivers.Quantity.WIND_SPEED;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.time.TimeKeeper;
import org.jspecify.annotations.Nullable;

/** Whether a sensor is there, is what it should be, and measures. */
final class SensorExam implements Examination {

  /** Time to give the cups a push. */
  private static final Duration COUNTING = Duration.ofSeconds(2);

  private final Mounting mounting;
  private final String name;
  private final Supplier<Hardware> hardware;
  private final boolean running;
  private final TimeKeeper time;
  private @Nullable Sensor sensor;

  SensorExam(
      Mounting mounting,
      String name,
      Supplier<Hardware> hardware,
      boolean running,
      TimeKeeper time) {
    this.mounting = mounting;
    this.name = name;
    this.hardware = hardware;
    this.running = running;
    this.time = time;
  }

  @Override
  public String part() {
    return name;
  }

  @Override
  public Finding look() throws InterruptedException {
    var where = mounting.chip() + " " + mounting.at();
    try {
      return judge(read()).at(where);
    } catch (DeviceException e) {
      sensor = null; // the next look begins with the proof of what is there then
      return Busy.orBroken(part(), e, running).at(where);
    }
  }

  private Sample read() throws InterruptedException {
    var open = sensor;
    if (open == null) {
      open = hardware.get().openSensor(mounting, time);
      sensor = open;
      if (open.quantities().contains(WIND_SPEED) || open.quantities().contains(RAIN)) {
        time.sleep(COUNTING);
      }
    }
    return open.read();
  }

  private Finding judge(Sample sample) {
    if (sample.faults().isEmpty()) {
      return finding(Grade.OK, sample, Words.of("sensor.ok"), Optional.empty(), "");
    }
    var fault = sample.faults().getFirst();
    var code = "sensor-" + fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return finding(
        sample.readings().isEmpty() ? Grade.FAILED : Grade.WARNING,
        sample,
        Words.of(code),
        Optional.of(Words.of(code + ".do")),
        fault.quantity() + ": " + fault.detail());
  }

  private Finding finding(
      Grade grade, Sample sample, Words said, Optional<Words> advice, String detail) {
    return new Finding(part(), "", grade, List.copyOf(sample.readings()), said, advice, detail);
  }
}
