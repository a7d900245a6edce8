package org.fieldstation.station.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.station.journal.JournalHome;
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
        .microphone()
        .ifPresent(it ->
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
    all.add(new ModelExam(patient.model()));
    settings
        .centrals()
        .forEach(it -> all.add(new ServerExam(it, patient.configuration(), patient.names())));
    all.add(new BoardExam(patient.root()));
    return all;
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
