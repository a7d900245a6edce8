package org.fieldstation.sim.central;

import java.time.Instant;
import org.fieldstation.drivers.Sample;
import org.fieldstation.station.Observer;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.journal.Receipt;

/** An observer who does not look. */
final class Nobody implements Observer {
  @Override
  public void listening(String microphone, int rate, String model) {}

  @Override
  public void heard(Instant start, Findings findings) {}

  @Override
  public void measured(String sensor, Sample sample) {}

  @Override
  public void confirmed(String by, Receipt receipt) {}
}
