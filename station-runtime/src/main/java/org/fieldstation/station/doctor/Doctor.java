package org.fieldstation.station.doctor;

import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * Looks at every part of a station at once, so that one which hangs costs its own patience and
 * nobody else's.
 */
public final class Doctor {
  private final List<Examination> examinations;
  private final TimeKeeper time;

  Doctor(List<Examination> examinations, TimeKeeper time) {
    this.examinations = examinations;
    this.time = time;
  }

  /** A doctor for that station. */
  public static Doctor of(Patient patient) {
    return new Doctor(Examinations.of(patient), patient.time());
  }

  /** What is found now, in the order of the configuration. May be asked again and again. */
  public List<Finding> examine() throws InterruptedException {
    var visits = examinations.stream().map(it -> Visit.begin(it, time)).toList();
    var findings = new ArrayList<Finding>();
    for (var visit : visits) {
      findings.add(visit.result());
    }
    return findings;
  }
}
