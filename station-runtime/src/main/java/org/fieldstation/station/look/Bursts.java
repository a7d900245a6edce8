package org.fieldstation.station.look;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherer;
import org.fieldstation.drivers.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Puts looks together to bursts. A burst is handed on when it has its frames, or when nothing has
 * moved for a while: a ranger is not told a minute later. What goes on moving after that is the
 * same event, until it has been quiet or too long.
 */
public final class Bursts {
  private final BurstRule rule;
  private final ArrayDeque<Look> before = new ArrayDeque<>();
  private final List<Look> looks = new ArrayList<>();
  private @Nullable Moment started; // of the event that is going on
  private Duration lastFired = Duration.ZERO;
  private String by = "";
  private boolean told;

  private Bursts(BurstRule rule) {
    this.rule = rule;
  }

  /** Looks in, bursts out. */
  public static Gatherer<Look, ?, Burst> of(BurstRule rule) {
    return Gatherer.ofSequential(
        () -> new Bursts(rule),
        Gatherer.Integrator.of((bursts, look, downstream) -> {
          bursts.take(look, downstream::push);
          return !downstream.isRejecting();
        }),
        (bursts, downstream) -> bursts.end(downstream::push));
  }

  private void take(Look look, Consumer<Burst> next) {
    var now = look.frame().taken().uptime();
    var fires = rule.trigger().fires(look);
    if (started != null && over(started, now)) {
      end(next);
    }
    if (started == null && fires.isPresent()) {
      started = look.frame().taken();
      by = fires.get();
      looks.addAll(before);
    }
    if (started != null && !told) {
      if (rule.trigger().shows(look)) {
        looks.add(look);
      }
      if (looks.size() >= rule.frames()) {
        tell(started, next);
      }
    }
    if (fires.isPresent()) {
      lastFired = now;
    }
    remember(look);
  }

  private boolean over(Moment start, Duration now) {
    return now.minus(lastFired).compareTo(rule.quiet()) >= 0
        || now.minus(start.uptime()).compareTo(rule.again()) >= 0;
  }

  private void remember(Look look) {
    if (!rule.trigger().shows(look)) {
      return;
    }
    before.add(look);
    while (before.size() > rule.before()) {
      before.remove();
    }
  }

  private void tell(Moment start, Consumer<Burst> next) {
    if (!looks.isEmpty()) {
      next.accept(new Burst(by, start, looks));
    }
    looks.clear();
    told = true;
  }

  private void end(Consumer<Burst> next) {
    if (started != null && !told) {
      tell(started, next);
    }
    started = null;
    told = false;
  }
}
