package org.fieldstation.sim.central;

/** Where parcels go once they are over the counter. */
public interface Intake extends AutoCloseable {

  /**
   * Takes a parcel and returns at once. It is promised nothing: a receipt is sent, by whoever
   * stored the parcel, when it is stored.
   *
   * @param station who sent it, as the handshake has proved
   */
  void take(String station, byte[] parcel);

  /** The same, where the answer to the Send is still held back. */
  default void take(String station, byte[] parcel, Reply reply) {
    reply.without();
    take(station, parcel);
  }

  @Override
  void close();
}
