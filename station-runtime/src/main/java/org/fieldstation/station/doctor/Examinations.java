package org.fieldstation.station.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.station.journal.JournalHome;
import org.fieldstation.station.settings.BoardSettings;
import org.fieldstation.station.settings.SensorSettings;

/** Everything there is to look at in a station, in the order in which a technician cares. */
record Examinations(Patient patient, boolean running) {

  static List<Examination> of(Patient patient) {
    return new Examinations(patient, JournalHome.isHeld(patient.data())).all();
  }

  private List<Examination> all() {
    var settings = patient.configuration().settings();
    var all = new ArrayList<Examination>();
    all.add(new ClockExam(patient.clock()));
    all.add(new DiskExam(patient.data()));
    all.add(new JournalExam(patient.data()));
    settings
        .microphones()
        .forEach(it ->
            all.add(
                new MicrophoneExam(
                    it,
                    () -> hardware(settings.hardware(it.hardware())),
                    running,
                    patient.time())));
    for (var sensor : settings.sensors()) {
      all.add(
          new SensorExam(
              mounting(sensor),
              sensor.name(),
              () -> hardware(settings.hardware(sensor.hardware())),
              running,
              patient.time()));
    }
    settings
        .camera()
        .ifPresent(it ->
            all.add(new CameraExam(it, () -> hardware(it.hardware()), running, patient.time())));
    all.add(new ModelExam(patient.model()));
    settings
        .centrals()
        .forEach(it -> all.add(new ServerExam(it, patient.configuration(), patient.names())));
    settings.board().ifPresent(it -> fittings(it, all));
    var board = settings.board().map(it -> it.board().model()).orElse("");
    all.add(new BoardExam(patient.root(), board));
    return all;
  }

  private void fittings(BoardSettings settings, List<Examination> all) {
    var board = settings.board();
    Supplier<Wiring> wiring = () -> hardware(board.hardware()).wiring(patient.time());
    settings
        .contacts()
        .forEach(it -> all.add(new ContactExam(it, board.place(it.at()), wiring, running)));
    settings
        .gnss()
        .ifPresent(it ->
            all.add(
                new GnssExam(
                    board.place(it.at()), it.baudRate(), wiring, running, patient.time())));
    settings
        .clockChip()
        .ifPresent(it -> all.add(new ClockChipExam(board.place(it.at()), wiring, running)));
    settings
        .led()
        .ifPresent(
            it -> all.add(new LampExam(board.place(it.at()), wiring, running, patient.time())));
    settings
        .infrared()
        .ifPresent(it ->
            all.add(new InfraredExam(it, board.place(it.at()), wiring, running, patient.time())));
    settings
        .outlets()
        .forEach(it -> all.add(new OutletExam(it, board.place(it.at()), wiring, running)));
    settings.watchdog().ifPresent(it -> all.add(new WatchdogExam(patient.root(), it.device())));
  }

  private Mounting mounting(SensorSettings sensor) {
    var settings = patient.configuration().settings();
    return new Mounting(
        sensor.chip(),
        settings.place(sensor.hardware(), sensor.at()),
        sensor.options().orElse(Map.of()),
        patient.data());
  }

  private Hardware hardware(String name) {
    return patient.hardware().stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new DeviceException(
                DeviceException.Code.ABSENT, "no hardware named \"" + name + "\" is installed"));
  }
}
