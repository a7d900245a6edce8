package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.leshan.client.bootstrap.BootstrapConsistencyChecker;
import org.eclipse.leshan.client.resource.LwM2mObjectEnabler;
import org.eclipse.leshan.client.resource.ObjectEnabler;
import org.eclipse.leshan.core.LwM2mId;
import org.jspecify.annotations.Nullable;

/**
 * What a bootstrap server has written when it says Bootstrap-Finish: an account that can be used is
 * handed over, for all else it is told why not.
 */
final class BootstrapGrant implements BootstrapConsistencyChecker {

  /** Writes an account down. */
  @FunctionalInterface
  interface Taker {
    /**
     * Writes this one down, in place of the one before.
     *
     * @param terms what the Server object says, by resource
     */
    void take(GivenAccount account, Map<Integer, String> terms);
  }

  private final Lwm2mSettings bootstrap;
  private final Taker taker;
  private volatile boolean begun;
  private volatile List<String> objections = List.of();

  BootstrapGrant(Lwm2mSettings bootstrap, Taker taker) {
    this.bootstrap = bootstrap;
    this.taker = taker;
  }

  /** From now on what is checked is what the server wrote: Leshan checks a new client as well. */
  void begin() {
    begun = true;
  }

  /** Why there was no account, once the server has finished. */
  List<String> objections() {
    return objections;
  }

  @Override
  public @Nullable List<String> checkconfig(Map<Integer, LwM2mObjectEnabler> objects) {
    if (!begun) {
      return null;
    }
    try {
      var security = (ObjectEnabler) Objects.requireNonNull(objects.get(LwM2mId.SECURITY));
      var server = (ObjectEnabler) Objects.requireNonNull(objects.get(LwM2mId.SERVER));
      var account = WrittenAccount.of(only(security, "account"));
      bootstrap.at(account.uri(), account.credentials()); // refuses what must not be, such as coap
      taker.take(account, terms(only(server, "Server object").values()));
      forget(security); // else Leshan registers there, beside the client that this is all for
      return null;
    } catch (RuntimeException e) { // a server's mistake, or a disk's; either way not an account
      objections = List.of(String.valueOf(e.getMessage()));
      return objections;
    }
  }

  /** The bootstrap server's own account is an instance that was there before, and stays. */
  private static WrittenInstance only(ObjectEnabler object, String what) {
    var written =
        object.getAvailableInstanceIds().stream()
            .map(object::getInstance)
            .filter(WrittenInstance.class::isInstance)
            .map(WrittenInstance.class::cast)
            .toList();
    if (written.size() != 1) {
      throw new IllegalArgumentException(
          "one %s was expected, not %d: each server has its own [[central]]"
              .formatted(what, written.size()));
    }
    return written.getFirst();
  }

  private static Map<Integer, String> terms(Map<Integer, Object> written) {
    var terms = new TreeMap<Integer, String>();
    written.forEach((resource, value) -> {
      if (ServerTerms.LASTING.contains(resource)) {
        terms.put(resource, value.toString());
      }
    });
    return terms;
  }

  private static void forget(ObjectEnabler security) {
    List.copyOf(security.getAvailableInstanceIds()).stream()
        .filter(id -> security.getInstance(id) instanceof WrittenInstance)
        .forEach(security::removeInstance);
  }
}
