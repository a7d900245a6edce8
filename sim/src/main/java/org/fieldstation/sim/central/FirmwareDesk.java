package org.fieldstation.sim.central;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.request.ExecuteRequest;
import org.eclipse.leshan.core.request.ReadRequest;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.core.response.LwM2mResponse;
import org.eclipse.leshan.server.LeshanServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server does with the firmware object (5) of a station, as any LwM2M server could. */
public final class FirmwareDesk implements FleetRollout.Stations {
  private static final Logger log = LoggerFactory.getLogger(FirmwareDesk.class);
  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final int OBJECT = 5;
  private static final int PACKAGE_URI = 1;
  private static final int UPDATE = 2;
  private static final int STATE = 3;
  private static final int RESULT = 5;
  private static final int VERSION = 7;
  private static final int CANCEL = 10;

  private final LeshanServer server;

  FirmwareDesk(LeshanServer server) {
    this.server = server;
  }

  /** How a station says its update stands: the object's state and result, and the version. */
  public record Standing(long state, long result, String version) {}

  /** Names of the stations that are registered now. */
  public List<String> registered() {
    var names = new ArrayList<String>();
    server
        .getRegistrationService()
        .getAllRegistrations()
        .forEachRemaining(registration -> names.add(registration.getEndpoint()));
    return names;
  }

  /** Chooses a release for a station; whether the station took it. */
  @Override
  public boolean choose(String station, String uri) throws InterruptedException {
    return ask(station, new WriteRequest(OBJECT, 0, PACKAGE_URI, uri)).isPresent();
  }

  /** Gives leave to restart into what was brought. */
  @Override
  public boolean restart(String station) throws InterruptedException {
    return ask(station, new ExecuteRequest(OBJECT, 0, UPDATE)).isPresent();
  }

  /** Calls an update off. */
  public boolean cancel(String station) throws InterruptedException {
    return ask(station, new ExecuteRequest(OBJECT, 0, CANCEL)).isPresent();
  }

  /** Asks a station; nothing when it does not answer. */
  @Override
  public Optional<Standing> standing(String station) throws InterruptedException {
    var state = read(station, STATE);
    var result = read(station, RESULT);
    var version = read(station, VERSION);
    return state.isPresent() && result.isPresent() && version.isPresent()
        ? Optional.of(new Standing((Long) state.get(), (Long) result.get(), (String) version.get()))
        : Optional.empty();
  }

  private Optional<Object> read(String station, int resource) throws InterruptedException {
    return ask(station, new ReadRequest(OBJECT, 0, resource))
        .map(answer -> ((LwM2mSingleResource) answer.getContent()).getValue());
  }

  private <T extends LwM2mResponse> Optional<T> ask(
      String station, org.eclipse.leshan.core.request.DownlinkDeviceManagementRequest<T> question)
      throws InterruptedException {
    var registration = server.getRegistrationService().getByEndpoint(station);
    if (registration == null) {
      return Optional.empty();
    }
    try {
      T answer = server.send(registration, question, AT_MOST.toMillis());
      if (answer != null && !answer.isSuccess()) {
        log.info(
            "{} refused {}: {}", station, question.getClass().getSimpleName(), answer.getCode());
      }
      return Optional.ofNullable(answer).filter(LwM2mResponse::isSuccess);
    } catch (RuntimeException e) { // the station's address is gone: it restarts, perhaps
      log.info("{} could not be asked: {}", station, e.getMessage());
      return Optional.empty();
    }
  }
}
