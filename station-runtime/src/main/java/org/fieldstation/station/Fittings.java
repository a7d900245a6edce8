package org.fieldstation.station;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.station.settings.BoardSettings;
import org.fieldstation.station.settings.ContactSettings;
import org.fieldstation.station.supervise.Liveness;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Everything on the board that is no sensor, one path each: the computer itself, contacts, lamps,
 * receiver, clock chip, power switches, watchdog.
 *
 * @param rig is told what the detectors feel and where the switches are
 * @param stop is called when somebody presses the button that stops the station
 */
record Fittings(Parts parts, Desk desk, Liveness liveness, Rig rig, Runnable stop) {

  /** The work of each path by the path's name; none where no board is named. */
  Map<String, Supervisor.Work> all() {
    return parts.settings().board().map(this::all).orElse(Map.of());
  }

  private Map<String, Supervisor.Work> all(BoardSettings settings) {
    var work = new LinkedHashMap<String, Supervisor.Work>();
    var board = settings.board();
    work.put("board", new SensingWork("board", desk, new BoardWork(this::hardware, desk)));
    settings
        .watchdog()
        .ifPresent(
            it -> work.put("watchdog", new WatchdogWork(it, this::hardware, liveness, desk)));
    settings
        .outlets()
        .forEach(it ->
            work.put(
                "power-" + it.name().name().toLowerCase(Locale.ROOT),
                new OutletWork(
                    board.place(it.at()),
                    it.isActiveHigh(),
                    rig.outlets().of(it.name()).orElseThrow(),
                    this::hardware,
                    desk)));
    settings
        .clockChip()
        .ifPresent(it ->
            work.put("clock-chip", new ClockChipWork(board.place(it.at()), this::hardware, desk)));
    settings
        .gnss()
        .ifPresent(it ->
            work.put(
                "gnss",
                new SensingWork(
                    "gnss",
                    desk,
                    new PositionWork(
                        board.place(it.at()),
                        it.baudRate(),
                        Duration.ofSeconds(it.everySeconds()),
                        this::hardware,
                        desk))));
    settings.contacts().forEach(it -> work.put("contact-" + it.name(), contact(it, settings)));
    settings
        .infrared()
        .ifPresent(it ->
            work.put(
                "infrared",
                new InfraredWork(it, board.place(it.at()), rig.infrared(), this::hardware, desk)));
    settings
        .led()
        .ifPresent(it ->
            work.put("led", new LampWork(board.place(it.at()), this::hardware, liveness, desk)));
    return work;
  }

  private ContactWork contact(ContactSettings contact, BoardSettings settings) {
    return new ContactWork(
        contact, settings.board().place(contact.at()), this::hardware, rig.motions(), stop, desk);
  }

  /** Asked for when a path starts: a board that is none breaks that path and no other. */
  private Hardware hardware() {
    return parts.hardware(parts.settings().board().orElseThrow().board().hardware());
  }
}
