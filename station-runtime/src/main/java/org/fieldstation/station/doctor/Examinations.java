package org.fieldstation.station.doctor;

import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.station.journal.JournalHome;

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
            all.add(new MicrophoneExam(it, hardware(it.hardware()), running, patient.time())));
    settings
        .sensors()
        .forEach(
            it -> all.add(new SensorExam(it, hardware(it.hardware()), running, patient.time())));
    all.add(new ModelExam(patient.model()));
    settings
        .centrals()
        .forEach(it -> all.add(new ServerExam(it, patient.configuration(), patient.names())));
    all.add(new BoardExam(patient.root()));
    return all;
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
