package org.fieldstation.station.deliver;

import java.time.Duration;
import java.util.Optional;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;

/** A central server, when it can be reached. Used by one line of work. */
public interface Central extends AutoCloseable {

  /** The name this station's configuration gives it; receipts are kept under it. */
  String name();

  /**
   * Hands over a parcel and waits for the server's application to say what it has stored. The
   * transport's own acknowledgement is not enough: a server may answer before it has stored
   * anything.
   *
   * @return what the server has now; it may be less than the parcel held
   * @throws CentralException when there is no such word in time; the parcel may or may not have
   *     arrived
   */
  Receipt deliver(Parcel parcel) throws InterruptedException;

  /**
   * Begins to hand over a parcel, for who has several on their way. Here it is handed over at once;
   * a transport that need not wait gives back a handing that is still under way.
   *
   * @param bell is rung, by any thread, when there may be news of a handing
   * @throws CentralException when the server cannot be reached now
   */
  default Handing begin(Parcel parcel, Runnable bell) throws InterruptedException {
    return new Over(deliver(parcel));
  }

  /** Whether no parcel may be begun before the one before it was answered. */
  default boolean oneAtATime() {
    return false;
  }

  @Override
  void close();

  /** One parcel on its way to a server. */
  interface Handing extends AutoCloseable {

    /**
     * The server's word, as {@link #deliver} would give it; empty while there is none.
     *
     * @throws CentralException when there will be none
     */
    Optional<Receipt> word();

    /** Whether the link has done its part, so that the next parcel may have its place. */
    boolean answered();

    /** Whether the answer came before anything had to be repeated. */
    boolean prompt();

    /** How long nothing changes unless the bell rings. */
    Duration patience();

    /** Gives it up; it may arrive all the same. */
    @Override
    void close();
  }

  /** A handing that has ended well. */
  record Over(Receipt receipt) implements Handing {
    @Override
    public Optional<Receipt> word() {
      return Optional.of(receipt);
    }

    @Override
    public boolean answered() {
      return true;
    }

    @Override
    public boolean prompt() {
      return true;
    }

    @Override
    public Duration patience() {
      return Duration.ZERO;
    }

    @Override
    public void close() {}
  }
}
