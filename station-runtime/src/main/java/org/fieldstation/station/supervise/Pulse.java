package org.fieldstation.station.supervise;

import java.time.Duration;
import org.fieldstation.drivers.time.StationClock;

/** The signs of life of one path. The path's own line feels it; others only look. */
final class Pulse {
  private final String path;
  private final Patience patience;
  private final StationClock clock;
  private volatile Beat last;

  /**
   * @param until when the next one is due, in the clock's nanoseconds
   * @param failingSince when the first fault after the last progress was; meaningless unless
   *     FAILING
   */
  private record Beat(State state, String fault, long until, long failingSince) {}

  private enum State {
    STARTING,
    WELL,
    FAILING,
    ENDED
  }

  Pulse(String path, Patience patience, StationClock clock) {
    this.path = path;
    this.patience = patience;
    this.clock = clock;
    last = new Beat(State.STARTING, "", due(Duration.ZERO), 0);
  }

  /** The path is about to be tried, not for the first time perhaps. */
  void tried() {
    last = new Beat(last.state, last.fault, due(Duration.ZERO), last.failingSince);
  }

  void progressed() {
    last = new Beat(State.WELL, "", due(Duration.ZERO), 0);
  }

  /** The path broke and rests for so long before it is tried again. */
  void failed(String fault, Duration rest) {
    long since = last.state == State.FAILING ? last.failingSince : clock.nanos();
    last = new Beat(State.FAILING, fault, due(rest), since);
  }

  void ended() {
    last = new Beat(State.ENDED, "", 0, 0);
  }

  /** Nothing was heard of it for longer than the station can bear. */
  boolean isStuck() {
    var beat = last;
    long now = clock.nanos();
    return switch (beat.state) {
      case ENDED -> false;
      case STARTING, WELL -> now - beat.until > 0;
      case FAILING ->
          now - beat.until > 0 || now - beat.failingSince > patience.failing().toNanos();
    };
  }

  String path() {
    return path;
  }

  /** It broke, and has got nothing done since; or it hangs. */
  boolean isFailing() {
    return last.state == State.FAILING || isStuck();
  }

  /** Nothing but faults for at least so long. */
  boolean failsSince(Duration atLeast) {
    var beat = last;
    return beat.state == State.FAILING && clock.nanos() - beat.failingSince >= atLeast.toNanos();
  }

  /** It has got something done, or said why it cannot. */
  boolean isSettled() {
    return last.state != State.STARTING;
  }

  String said() {
    var beat = last;
    return path
        + switch (beat.state) {
          case STARTING -> " starting";
          case WELL -> isStuck() ? " hangs" : " well";
          case FAILING -> " fails (" + beat.fault + ")";
          case ENDED -> " ended";
        };
  }

  private long due(Duration rest) {
    return clock.nanos() + rest.plus(patience.silent()).toNanos();
  }
}
