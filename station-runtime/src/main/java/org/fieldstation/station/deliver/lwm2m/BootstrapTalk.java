package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.leshan.client.observer.LwM2mClientObserverAdapter;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.request.BootstrapRequest;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with a bootstrap server. A client of its own listens to it and is thrown away
 * afterwards; nothing of the station changes before the server says Bootstrap-Finish and what it
 * wrote makes an account. Then that is handed over, and only then the server hears 2.04.
 *
 * <pre>
 * station                              bootstrap server
 *    |  POST /bs?ep=…  --&gt;                |
 *    |  &lt;--  DELETE /0, PUT /0/1, PUT /1/0  |
 *    |  &lt;--  POST /bs: finished             |
 *    |  account on the disk; 2.04  --&gt;      |
 * </pre>
 */
final class BootstrapTalk {
  private final Lwm2mSettings bootstrap;
  private final TimeKeeper time;
  private final Signal news;
  private final AtomicReference<@Nullable Throwable> transportFailure = new AtomicReference<>();
  private volatile boolean granted;
  private volatile @Nullable CentralException failure;

  BootstrapTalk(Lwm2mSettings bootstrap, TimeKeeper time) {
    this.bootstrap = bootstrap;
    this.time = time;
    news = time.signal();
  }

  /**
   * Asks and waits.
   *
   * @param taker writes the account down, on another thread; what it throws is a no to the server
   * @throws CentralException when no account was handed over
   */
  void ask(BootstrapGrant.Taker taker) throws CentralException, InterruptedException {
    var grant =
        new BootstrapGrant(
            bootstrap,
            (account, terms) -> {
              taker.take(account, terms);
              granted = true;
            });
    var client =
        BootstrapAssembly.assemble(bootstrap, grant, transportFailure::set, patienceSeconds());
    client.addObserver(new Ear());
    grant.begin();
    try {
      client.start();
      await();
    } finally {
      client.destroy(false);
    }
    if (!granted) {
      throw refusal(grant.objections());
    }
  }

  /** The request, and as long again for what the server writes. */
  private int patienceSeconds() {
    return Math.toIntExact(bootstrap.patience().answer().multipliedBy(2).toSeconds() + 1);
  }

  private void await() throws InterruptedException {
    long deadline = time.nanos() + bootstrap.patience().answer().multipliedBy(4).toNanos();
    while (failure == null && !granted) {
      long left = deadline - time.nanos();
      if (left <= 0 || !news.await(Duration.ofNanos(left))) {
        return;
      }
    }
    if (granted) {
      time.sleep(bootstrap.patience().retransmission()); // the 2.04 is on its way
    }
  }

  private CentralException refusal(List<String> objections) {
    if (!objections.isEmpty()) {
      return new CentralException(
          Code.REFUSED, "bootstrap: no account: " + String.join("; ", objections));
    }
    var known = failure;
    return known != null ? known : Failures.silence("bootstrap", transportFailure.get());
  }

  private void fail(CentralException cause) {
    failure = cause;
    news.ring();
  }

  /** What Leshan tells of the conversation. */
  private final class Ear extends LwM2mClientObserverAdapter {
    @Override
    public void onBootstrapSuccess(LwM2mServer server, BootstrapRequest request) {
      news.ring();
    }

    @Override
    public void onBootstrapFailure(
        LwM2mServer server,
        BootstrapRequest request,
        @Nullable ResponseCode code,
        @Nullable String message,
        @Nullable Exception cause) {
      fail(
          code == null
              ? Failures.silence("bootstrap", cause)
              : Failures.refusal("bootstrap", code, message));
    }

    @Override
    public void onBootstrapTimeout(LwM2mServer server, BootstrapRequest request) {
      fail(Failures.silence("bootstrap", transportFailure.get()));
    }

    @Override
    public void onUnexpectedError(Throwable error) {
      fail(Failures.silence("bootstrap", error));
    }
  }
}
