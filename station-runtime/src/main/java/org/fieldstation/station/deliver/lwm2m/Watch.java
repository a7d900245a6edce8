package org.fieldstation.station.deliver.lwm2m;

import org.eclipse.leshan.client.observer.LwM2mClientObserverAdapter;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.request.RegisterRequest;
import org.eclipse.leshan.core.request.UpdateRequest;
import org.jspecify.annotations.Nullable;

/** What Leshan tells of a client's life, turned into the state of its session. */
final class Watch extends LwM2mClientObserverAdapter {
  private final Session session;

  Watch(Session session) {
    this.session = session;
  }

  @Override
  public void onRegistrationSuccess(LwM2mServer server, RegisterRequest request, String id) {
    session.registered(server);
  }

  @Override
  public void onRegistrationFailure(
      LwM2mServer server,
      RegisterRequest request,
      @Nullable ResponseCode code,
      @Nullable String message,
      @Nullable Exception cause) {
    failed("registration", code, message, cause);
  }

  @Override
  public void onRegistrationTimeout(LwM2mServer server, RegisterRequest request) {
    session.silent("registration");
  }

  @Override
  public void onUpdateSuccess(LwM2mServer server, UpdateRequest request) {
    session.registered(server);
  }

  @Override
  public void onUpdateFailure(
      LwM2mServer server,
      UpdateRequest request,
      @Nullable ResponseCode code,
      @Nullable String message,
      @Nullable Exception cause) {
    failed("renewal", code, message, cause);
  }

  @Override
  public void onUpdateTimeout(LwM2mServer server, UpdateRequest request) {
    session.silent("renewal");
  }

  @Override
  public void onUnexpectedError(Throwable error) {
    session.over(Failures.silence("client", error));
  }

  private void failed(
      String what,
      @Nullable ResponseCode code,
      @Nullable String message,
      @Nullable Exception cause) {
    session.over(
        code == null ? Failures.silence(what, cause) : Failures.refusal(what, code, message));
  }
}
