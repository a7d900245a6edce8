package org.fieldstation.station.link;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.link.Gate.Answer;
import org.fieldstation.station.settings.LinkSettings;

/**
 * What may leave by the link there is now: urgent records always; the rest within the day's budget,
 * outside quiet hours, and while the battery is well. All servers share one policy, because they
 * share the bill. Safe for several lines of work.
 */
public final class LinkPolicy {

  /** DTLS, CoAP and the receipt of one parcel, in bytes; {@code WireCostTest} counts them. */
  private static final int AROUND_A_PARCEL = 300;

  /** With less than this no parcel is worth its envelope. */
  private static final int LEAST = 500;

  private final List<LinkSettings> links;
  private final Route route;
  private final StationClock clock;
  private final Supplier<OptionalDouble> batteryPercent;
  private final Spending spending;

  /**
   * @param spent where today's spending is kept
   * @param batteryPercent the charge of the battery; empty when nobody measures it
   */
  public LinkPolicy(
      List<LinkSettings> links,
      Path spent,
      Route route,
      StationClock clock,
      Supplier<OptionalDouble> batteryPercent) {
    this.links = List.copyOf(links);
    this.route = route;
    this.clock = clock;
    this.batteryPercent = batteryPercent;
    this.spending = Spending.open(spent, today());
  }

  /**
   * The gate of one server, with a memory of its own of how well it goes.
   *
   * @param withheld is told each time something has to wait
   */
  public Gate gate(Consumer<Answer.Closed> withheld) {
    return new ServersGate(withheld);
  }

  /** Bytes spent today on a link for a lane, as counted against its budget. */
  public synchronized long spentToday(String link, Lane lane) {
    return spending.spent(today(), link, lane);
  }

  /** The interface that carries now, if the system says so. */
  public Optional<String> carrying() {
    return route.networkInterface();
  }

  /** The links that something was said about. */
  public List<LinkSettings> links() {
    return links;
  }

  private synchronized boolean thrifty() {
    return link().filter(link -> link.bearer().equalsIgnoreCase("satellite")).isPresent();
  }

  private synchronized Answer ask(Lane lane, boolean healthy) {
    var now = link();
    if (now.isEmpty() || lane == Lane.URGENT) {
      return new Answer.Open(Integer.MAX_VALUE);
    }
    var link = now.get();
    if (link.quiet().filter(hours -> hours.contain(timeOfDay())).isPresent()) {
      return closed("withheld-quiet-hours", link, "until the end of " + link.quietUtc().get());
    }
    var charge = batteryPercent.get();
    if (charge.isPresent() && charge.getAsDouble() < link.leastBatteryPercent().orElse(0)) {
      return closed(
          "withheld-battery", link, "the battery is at %.0f %%".formatted(charge.getAsDouble()));
    }
    if (!healthy && lane == Lane.MEDIA) {
      return closed("withheld-link", link, "the link fails; media wait for the next receipt");
    }
    long left = budget(link, lane) - spending.spent(today(), link.name(), lane) - AROUND_A_PARCEL;
    return left < LEAST
        ? closed("withheld-budget", link, "today's " + budget(link, lane) + " bytes are spent")
        : new Answer.Open((int) Math.min(left, Integer.MAX_VALUE));
  }

  private synchronized void goes(Lane lane, int bytes) {
    if (lane == Lane.URGENT) {
      return; // it has no budget, and must leave also from a disk on which nothing can be counted
    }
    link()
        .ifPresent(
            link -> spending.spend(today(), link.name(), lane, (long) bytes + AROUND_A_PARCEL));
  }

  private Optional<LinkSettings> link() {
    return links.isEmpty()
        ? Optional.empty()
        : route
            .networkInterface()
            .flatMap(name ->
                links.stream().filter(link -> link.networkInterface().equals(name)).findFirst());
  }

  private static long budget(LinkSettings link, Lane lane) {
    return lane == Lane.MEDIA ? link.mediaBytesPerDay() : link.dataBytesPerDay();
  }

  private static Answer closed(String code, LinkSettings link, String why) {
    return new Answer.Closed(code, link.name() + ": " + why);
  }

  private LocalDate today() {
    return clock.now().utc().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private LocalTime timeOfDay() {
    return clock.now().utc().atOffset(ZoneOffset.UTC).toLocalTime();
  }

  private final class ServersGate implements Gate {
    private final Consumer<Answer.Closed> withheld;
    private volatile boolean healthy = true;

    ServersGate(Consumer<Answer.Closed> withheld) {
      this.withheld = withheld;
    }

    @Override
    public Answer ask(Lane lane) {
      var answer = LinkPolicy.this.ask(lane, healthy);
      if (answer instanceof Answer.Closed closed) {
        withheld.accept(closed);
      }
      return answer;
    }

    @Override
    public boolean thrifty() {
      return LinkPolicy.this.thrifty();
    }

    @Override
    public void goes(Lane lane, int bytes) {
      LinkPolicy.this.goes(lane, bytes);
    }

    @Override
    public void tooLarge(Lane lane, int bytes) {
      withheld.accept(
          new Answer.Closed(
              "withheld-budget",
              "the next " + lane + " record, " + bytes + " bytes, is more than is left of today"));
    }

    @Override
    public void ended(boolean well) {
      healthy = well;
    }
  }
}
