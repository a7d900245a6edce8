package org.fieldstation.station.deliver.lwm2m;

import java.net.URI;

/**
 * One central server and how to speak to it.
 *
 * @param name what the station's configuration calls it
 * @param station the station's name there: LwM2M endpoint client name
 * @param uri {@code coaps://host:port}
 * @param credentials how the two know each other
 * @param simulatorOnly allows {@code coap://}: no secrecy, and anybody may pose as anybody
 * @param counts what counts as this server's receipt
 * @param sleeps whether the socket is closed while there is nothing to say (queue mode)
 */
public record Lwm2mSettings(
    String name,
    String station,
    URI uri,
    Credentials credentials,
    DeviceCard device,
    Patience patience,
    boolean simulatorOnly,
    Counts counts,
    boolean sleeps) {

  /** What the station takes as the server's word that it has a parcel. */
  public enum Counts {
    /** A receipt written into the Outbox object: the application has stored it. */
    APPLICATION,
    /**
     * The answer 2.04 to the Send, for a server that cannot write receipts. It says that the parcel
     * has arrived, not that it was stored: what such a server loses in between is lost.
     */
    ARRIVAL
  }

  private static final int DEFAULT_PORT = 5683;
  private static final int DEFAULT_SECURE_PORT = 5684;

  public Lwm2mSettings {
    boolean secure = "coaps".equals(uri.getScheme());
    if (!secure && !"coap".equals(uri.getScheme())) {
      throw new IllegalArgumentException(name + ": not a coaps address: " + uri);
    }
    if (!simulatorOnly && (!secure || credentials instanceof Credentials.None)) {
      throw new IllegalArgumentException(
          name + ": " + uri + " is not secured; only the simulator may do without coaps");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(name + ": no host in " + uri);
    }
  }

  /** A server that shares a key with the station, writes receipts and keeps the line open. */
  public Lwm2mSettings(
      String name,
      String station,
      URI uri,
      String identity,
      Secret key,
      DeviceCard device,
      Patience patience,
      boolean simulatorOnly) {
    this(
        name,
        station,
        uri,
        new Credentials.SharedKey(identity, key),
        device,
        patience,
        simulatorOnly,
        Counts.APPLICATION,
        false);
  }

  /** The same server, of which something else counts. */
  public Lwm2mSettings counting(Counts now) {
    return new Lwm2mSettings(
        name, station, uri, credentials, device, patience, simulatorOnly, now, sleeps);
  }

  /** The same server, for which the station sleeps between parcels or does not. */
  public Lwm2mSettings sleeping(boolean now) {
    return new Lwm2mSettings(
        name, station, uri, credentials, device, patience, simulatorOnly, counts, now);
  }

  /** The same server under another account. */
  public Lwm2mSettings at(URI address, Credentials account) {
    return new Lwm2mSettings(
        name, station, address, account, device, patience, simulatorOnly, counts, sleeps);
  }

  /** Whether DTLS is spoken. */
  public boolean secure() {
    return "coaps".equals(uri.getScheme());
  }

  /** The server's host name or address. */
  public String host() {
    return uri.getHost();
  }

  /** The server's port. */
  public int port() {
    int standard = secure() ? DEFAULT_SECURE_PORT : DEFAULT_PORT;
    return uri.getPort() < 0 ? standard : uri.getPort();
  }
}
