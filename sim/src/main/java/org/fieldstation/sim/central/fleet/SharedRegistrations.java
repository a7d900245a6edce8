package org.fieldstation.sim.central.fleet;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Iterator;
import org.eclipse.leshan.core.Destroyable;
import org.eclipse.leshan.core.Startable;
import org.eclipse.leshan.core.Stoppable;
import org.eclipse.leshan.core.observation.Observation;
import org.eclipse.leshan.core.observation.ObservationIdentifier;
import org.eclipse.leshan.core.peer.LwM2mIdentity;
import org.eclipse.leshan.server.redis.RedisRegistrationStore;
import org.eclipse.leshan.server.registration.Deregistration;
import org.eclipse.leshan.server.registration.ExpirationListener;
import org.eclipse.leshan.server.registration.Registration;
import org.eclipse.leshan.server.registration.RegistrationStore;
import org.eclipse.leshan.server.registration.RegistrationUpdate;
import org.eclipse.leshan.server.registration.UpdatedRegistration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPool;

/**
 * Who is registered, in a Redis that several fronts share; who is observed, in this front alone. An
 * observation hangs on the session of the front that asked for it, and Leshan's own code for it in
 * Redis calls a constructor that is no more (M15 against M18).
 */
final class SharedRegistrations implements RegistrationStore, Startable, Stoppable, Destroyable {
  private final JedisPool redis;
  private final RedisRegistrationStore shared;
  private final Observations ours = new Observations();

  SharedRegistrations(JedisPool redis) {
    this.redis = redis;
    shared =
        new RedisRegistrationStore.Builder(redis)
            .setRegistrationSerDes(new RegistrationJson())
            .build();
  }

  @Override
  public @Nullable Deregistration addRegistration(Registration registration) {
    var before = shared.addRegistration(registration);
    return before == null ? null : without(before);
  }

  @Override
  public @Nullable UpdatedRegistration updateRegistration(RegistrationUpdate update) {
    return shared.updateRegistration(update);
  }

  @Override
  public @Nullable Deregistration removeRegistration(String id) {
    var gone = shared.removeRegistration(id);
    return gone == null ? null : without(gone);
  }

  private Deregistration without(Deregistration gone) {
    return new Deregistration(
        gone.getRegistration(), ours.removeAll(gone.getRegistration().getId()));
  }

  @Override
  public @Nullable Registration getRegistration(String id) {
    return shared.getRegistration(id);
  }

  @Override
  public @Nullable Registration getRegistrationByEndpoint(String endpoint) {
    return shared.getRegistrationByEndpoint(endpoint);
  }

  @Override
  public @Nullable Registration getRegistrationByAdress(InetSocketAddress address) {
    return shared.getRegistrationByAdress(address);
  }

  @Override
  public @Nullable Registration getRegistrationByIdentity(LwM2mIdentity identity) {
    return shared.getRegistrationByIdentity(identity);
  }

  @Override
  public Iterator<Registration> getAllRegistrations() {
    return shared.getAllRegistrations();
  }

  @Override
  public Collection<Observation> addObservation(String id, Observation one, boolean ifAbsent) {
    return ours.add(one, ifAbsent);
  }

  @Override
  public @Nullable Observation getObservation(String id, ObservationIdentifier which) {
    return ours.of(id, which);
  }

  @Override
  public @Nullable Observation getObservation(ObservationIdentifier which) {
    return ours.get(which);
  }

  @Override
  public @Nullable Observation removeObservation(String id, ObservationIdentifier which) {
    return ours.of(id, which) == null ? null : ours.remove(which);
  }

  @Override
  public Collection<Observation> getObservations(String id) {
    return ours.all(id);
  }

  @Override
  public Collection<Observation> removeObservations(String id) {
    return ours.removeAll(id);
  }

  @Override
  public void setExpirationListener(ExpirationListener listener) {
    shared.setExpirationListener((registration, _) ->
        listener.registrationExpired(registration, ours.removeAll(registration.getId())));
  }

  @Override
  public void start() {
    shared.start();
  }

  @Override
  public void stop() {
    shared.stop();
  }

  @Override
  public void destroy() {
    shared.destroy();
    redis.close();
  }
}
