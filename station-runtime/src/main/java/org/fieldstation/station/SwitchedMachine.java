package org.fieldstation.station;

import java.time.Duration;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.station.outlet.Outlets;
import org.fieldstation.station.remote.Machine;
import org.fieldstation.station.remote.RemoteException;
import org.fieldstation.station.settings.OutletSettings.Powers;

/** A computer whose modem hangs on a switch of the board. */
record SwitchedMachine(Machine computer, Outlets outlets, Scheduler scheduler) implements Machine {

  /** Long enough for the capacitors behind a modem to be empty. */
  private static final Duration OFF = Duration.ofSeconds(15);

  @Override
  public void restart(String why) {
    computer.restart(why);
  }

  @Override
  public void reboot(String why) {
    computer.reboot(why);
  }

  @Override
  public void radio(String why) {
    computer.radio(why);
  }

  @Override
  public void bounce(String networkInterface, String why) {
    computer.bounce(networkInterface, why);
  }

  @Override
  public void modemPower(String why) {
    var modem = outlets.of(Powers.MODEM);
    if (modem.isEmpty()) {
      computer.modemPower(why);
      return;
    }
    try {
      modem.get().cut(OFF, scheduler);
    } catch (DeviceException e) {
      throw new RemoteException(RemoteException.Code.FAILED, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
