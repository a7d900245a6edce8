package org.fieldstation.station.deliver.lwm2m;

import org.fieldstation.station.deliver.CentralException;

/**
 * The account at one server, and perhaps somebody who gives out another. Used by the line that
 * keeps the registration.
 */
interface Accounts {

  /** The account to register with now; the bootstrap server's own where one is missing. */
  Lwm2mSettings now();

  /** Whether there is nothing to register with yet. */
  boolean missing();

  /** Whether there is a bootstrap server to ask. */
  boolean another();

  /**
   * Asks for another account, which is then on trial.
   *
   * @throws CentralException when there is none; the old one stays as it was
   */
  void renew() throws CentralException, InterruptedException;

  /** The account works: the server answered. */
  void works();

  /**
   * The account did not work for long. Returns whether it was on trial, and the one before it is
   * back.
   */
  boolean giveUp();

  /** One account for ever. */
  static Accounts of(Lwm2mSettings settings) {
    return new Accounts() {
      @Override
      public Lwm2mSettings now() {
        return settings;
      }

      @Override
      public boolean missing() {
        return false;
      }

      @Override
      public boolean another() {
        return false;
      }

      @Override
      public void renew() {
        throw new IllegalStateException(settings.name() + " has no bootstrap server");
      }

      @Override
      public void works() {}

      @Override
      public boolean giveUp() {
        return false;
      }
    };
  }
}
