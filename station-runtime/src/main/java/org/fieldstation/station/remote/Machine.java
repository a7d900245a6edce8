package org.fieldstation.station.remote;

/**
 * What can be done to the computer and to the program on it. Each may end this process.
 *
 * <p>What a machine cannot do throws a {@link RemoteException}, which becomes a record.
 */
public interface Machine {

  /** Nothing can be done: for a station that somebody stands beside. */
  Machine NONE =
      new Machine() {
        @Override
        public void restart(String why) {
          throw absent("restart");
        }

        @Override
        public void reboot(String why) {
          throw absent("reboot");
        }
      };

  /** Starts the station anew, with its configuration as it is on the disk now. */
  void restart(String why);

  /** Starts the computer anew. */
  void reboot(String why);

  /** Switches the mobile radio off and on. */
  default void radio(String why) {
    throw absent("mobile radio");
  }

  /** Takes a network interface down and up. */
  default void bounce(String networkInterface, String why) {
    throw absent("way to take an interface down");
  }

  /** Cuts the modem's power and gives it back. */
  default void modemPower(String why) {
    throw absent("switch for the modem's power");
  }

  private static RemoteException absent(String what) {
    return new RemoteException(
        RemoteException.Code.NOT_ALLOWED, "this computer has no " + what + " for us");
  }
}
