package org.fieldstation.station.deliver.lwm2m;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.leshan.client.object.Server;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.request.argument.Arguments;
import org.eclipse.leshan.core.response.ExecuteResponse;
import org.eclipse.leshan.core.response.ReadResponse;
import org.eclipse.leshan.core.response.WriteResponse;
import org.eclipse.leshan.core.util.datatype.ULong;
import org.jspecify.annotations.Nullable;

/**
 * Object 1 in full, and lasting: Leshan's has neither the retry resources (16 to 20), nor Disable
 * (4, 5), nor Mute Send (23), without which a client must not send at all, and forgets what it was
 * told.
 */
final class ServerInstance extends Server {
  private static final int DISABLE = 4;
  private static final int BOOTSTRAP = 9;

  /** Kept as they are written; what Leshan does with them besides is its own. */
  private static final List<Integer> LASTING_NUMBERS =
      List.of(ServerTerms.LIFETIME, 2, 3, ServerTerms.DISABLE_TIMEOUT);

  private static final List<Integer> UNSIGNED =
      IntStream.rangeClosed(ServerTerms.INITIAL_DELAY, ServerTerms.SEQUENCES)
          .filter(it -> it != 15 && it != ServerTerms.BOOTSTRAP_ON_FAILURE)
          .boxed()
          .toList();

  private static final long MOST = 999_999_999;

  /** What the server wants of the session as a whole. */
  interface Wishes {
    /** Leave it alone for a while. */
    void disable();

    /** Ask the bootstrap server for another account. Returns whether there is one to ask. */
    boolean bootstrap();
  }

  private final ServerTerms terms;
  private final Wishes wishes;

  ServerInstance(int shortServerId, ServerTerms terms, Wishes wishes) {
    super(shortServerId, terms.lifetimeSeconds());
    this.terms = terms;
    this.wishes = wishes;
    for (int lasting : List.of(2, 3)) {
      terms
          .number(lasting)
          .ifPresent(value ->
              super.write(
                  LwM2mServer.SYSTEM,
                  false,
                  lasting,
                  LwM2mSingleResource.newIntegerResource(lasting, value)));
    }
  }

  /** Whether the server has asked for silence. */
  boolean muted() {
    return terms.muted();
  }

  @Override
  public ReadResponse read(LwM2mServer server, int resource) {
    return switch (resource) {
      case ServerTerms.DISABLE_TIMEOUT ->
          ReadResponse.success(resource, terms.disabledFor().toSeconds());
      case ServerTerms.LAST_BOOTSTRAPPED ->
          terms
              .number(resource)
              .map(at -> ReadResponse.success(resource, Date.from(Instant.ofEpochSecond(at))))
              .orElseGet(ReadResponse::notFound);
      case ServerTerms.BOOTSTRAP_ON_FAILURE ->
          ReadResponse.success(resource, terms.bootstrapOnFailure());
      case ServerTerms.MUTE_SEND -> ReadResponse.success(resource, terms.muted());
      case ServerTerms.INITIAL_DELAY -> unsigned(resource, terms.initialDelay().toSeconds());
      case ServerTerms.RETRY_COUNT -> unsigned(resource, terms.retryCount());
      case ServerTerms.RETRY_TIMER -> unsigned(resource, terms.retryTimer().toSeconds());
      case ServerTerms.SEQUENCE_DELAY -> unsigned(resource, terms.sequenceDelay().toSeconds());
      case ServerTerms.SEQUENCES -> unsigned(resource, terms.sequences());
      default -> super.read(server, resource);
    };
  }

  private static ReadResponse unsigned(int resource, long value) {
    return ReadResponse.success(resource, ULong.valueOf(value));
  }

  @Override
  public WriteResponse write(
      LwM2mServer server, boolean replace, int resource, LwM2mResource value) {
    if (resource == ServerTerms.MUTE_SEND) {
      return value.getValue() instanceof Boolean mute
          ? keep(resource, mute)
          : WriteResponse.badRequest("not a boolean");
    }
    boolean ours = UNSIGNED.contains(resource) || resource == ServerTerms.DISABLE_TIMEOUT;
    if (ours || LASTING_NUMBERS.contains(resource)) {
      if (!(value.getValue() instanceof Number number)) {
        return WriteResponse.badRequest("not a number");
      }
      String objection = objection(resource, number.longValue());
      if (objection != null) {
        return WriteResponse.badRequest(objection);
      }
      var kept = keep(resource, number.longValue());
      return ours ? kept : super.write(server, replace, resource, value);
    }
    return super.write(server, replace, resource, value);
  }

  private static @Nullable String objection(int resource, long value) {
    if (value < 0 || value > MOST) {
      return "not between 0 and " + MOST;
    }
    boolean brief =
        resource == ServerTerms.LIFETIME && value < Patience.SHORTEST_LIFETIME.toSeconds();
    return brief ? "a lifetime under an hour costs more than it is worth" : null;
  }

  private WriteResponse keep(int resource, Object value) {
    terms.set(resource, value);
    fireResourceChange(resource);
    return WriteResponse.success();
  }

  @Override
  public ExecuteResponse execute(LwM2mServer server, int resource, Arguments arguments) {
    return switch (resource) {
      case DISABLE -> {
        wishes.disable();
        yield ExecuteResponse.success();
      }
      case BOOTSTRAP ->
          wishes.bootstrap() ? ExecuteResponse.success() : ExecuteResponse.methodNotAllowed();
      default -> super.execute(server, resource, arguments);
    };
  }

  @Override
  public List<Integer> getAvailableResourceIds(ObjectModel model) {
    var ids = new TreeSet<>(super.getAvailableResourceIds(model));
    ids.addAll(List.of(DISABLE, ServerTerms.DISABLE_TIMEOUT, BOOTSTRAP));
    ids.addAll(UNSIGNED);
    ids.addAll(List.of(ServerTerms.BOOTSTRAP_ON_FAILURE, ServerTerms.MUTE_SEND));
    terms
        .number(ServerTerms.LAST_BOOTSTRAPPED)
        .ifPresent(_ -> ids.add(ServerTerms.LAST_BOOTSTRAPPED));
    return List.copyOf(ids);
  }
}
