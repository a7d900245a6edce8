package org.fieldstation.station.deliver.lwm2m;

/**
 * The account at one server, and perhaps somebody who gives out another. Used by the line that
 * keeps the registration.
 */
interface Accounts {

  /** The account to register with now. */
  Lwm2mSettings now();

  /** Whether there is a bootstrap server to ask. */
  boolean another();

  /**
   * Asks for another account. Returns whether there is one; if not, the old one stays.
   *
   * @param terms where the time of it is kept
   */
  boolean renew(ServerTerms terms) throws InterruptedException;

  /** The account works: the server answered. */
  void works();

  /** One account for ever. */
  static Accounts of(Lwm2mSettings settings) {
    return new Accounts() {
      @Override
      public Lwm2mSettings now() {
        return settings;
      }

      @Override
      public boolean another() {
        return false;
      }

      @Override
      public boolean renew(ServerTerms terms) {
        return false;
      }

      @Override
      public void works() {}
    };
  }
}
