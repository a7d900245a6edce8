package org.fieldstation.station.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the board has the watchdog. It is not opened: that alone would start it. */
record WatchdogExam(Path root, String device) implements Examination {

  @Override
  public String part() {
    return "watchdog";
  }

  @Override
  public Finding look() {
    boolean there = Files.exists(root.resolve(device.replaceFirst("^/", "")));
    return (there
            ? Finding.ok(part(), Words.of("watchdog.there"))
            : Finding.failed(
                part(), Words.of("watchdog.absent"), Words.of("watchdog.absent.do"), ""))
        .at(device);
  }
}
