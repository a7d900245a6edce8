package org.fieldstation.sim.central;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.ota.publish.Rollout;
import org.fieldstation.ota.publish.Rollout.Fate;
import org.fieldstation.sim.central.FirmwareDesk.Standing;

/**
 * Brings a release to the stations of a server in stages. It remembers nothing that the stations do
 * not say themselves, except which of them it has asked: so a server that restarts goes on.
 */
public final class FleetRollout {
  private static final long IDLE = 0;
  private static final long DOWNLOADED = 2;
  private static final long SUCCESS = 1;

  private final Rollout rollout;
  private final String uri;
  private final String version;
  private final Stations stations;
  private boolean stopped;
  private boolean done;
  private final Map<String, Fate> fates = new HashMap<>();

  /** The stations as a rollout needs them; {@link FirmwareDesk} is the real way. */
  public interface Stations {
    boolean choose(String station, String uri) throws InterruptedException;

    boolean restart(String station) throws InterruptedException;

    Optional<Standing> standing(String station) throws InterruptedException;
  }

  /**
   * @param uri of the signed release
   * @param version that a station says it runs when it has it
   */
  public FleetRollout(Rollout rollout, String uri, String version, Stations stations) {
    this.rollout = rollout;
    this.uri = uri;
    this.version = version;
    this.stations = stations;
  }

  /** Looks at every station, asks those whose turn it is, and says what it did. */
  public List<String> round(Collection<String> registered) throws InterruptedException {
    registered.forEach(station -> fates.putIfAbsent(station, Fate.NOT_YET));
    var said = new ArrayList<String>();
    for (var station : Set.copyOf(registered)) {
      var standing = stations.standing(station);
      if (standing.isPresent()) {
        var before = fates.getOrDefault(station, Fate.NOT_YET);
        var now = fate(before, standing.get());
        fates.put(station, now);
        if (now != before) {
          said.add(station + " " + now);
        }
        if (now == Fate.UNDER_WAY && standing.get().state() == DOWNLOADED) {
          stations.restart(station);
        }
      }
    }
    var step = rollout.next(fates);
    for (var station : step.now()) {
      if (registered.contains(station) && stations.choose(station, uri)) {
        fates.put(station, Fate.UNDER_WAY);
        said.add(station + " asked, stage " + step.stage());
      }
    }
    stopped = step.stopped();
    done = step.done() && !fates.isEmpty();
    if (stopped) {
      said.add("stopped: too many failed");
    }
    return said;
  }

  private Fate fate(Fate before, Standing standing) {
    if (standing.state() != IDLE) {
      return before == Fate.NOT_YET ? before : Fate.UNDER_WAY;
    }
    if (standing.version().equals(version)) {
      return Fate.RUNS;
    }
    return before == Fate.UNDER_WAY && standing.result() > SUCCESS ? Fate.FAILED : before;
  }

  /** Too many failed, so no other station is asked. */
  public boolean isStopped() {
    return stopped;
  }

  /** It has ended on every station that was ever there. */
  public boolean isDone() {
    return done;
  }

  /** How every station fares. */
  public Map<String, Fate> fates() {
    return Map.copyOf(fates);
  }
}
