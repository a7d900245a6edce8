package org.fieldstation.sim.central;

import org.fieldstation.station.deliver.lwm2m.Secret;

/**
 * A station the server knows.
 *
 * @param station its LwM2M endpoint client name
 * @param identity of its pre-shared key
 */
public record Account(String station, String identity, Secret key) {}
