package org.fieldstation.ota.update;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A station that does as the test says. */
final class FakeStation implements Station {
  Optional<String> chosen = Optional.empty();
  Platform platform = new Platform("aarch64", 25);
  boolean withdrawn;
  boolean recording = true;
  boolean rejected;
  int departures;
  final List<String> failures = new ArrayList<>();
  boolean mayDownload = true;
  boolean mayRestart = true;
  boolean healthy = true;
  boolean reaches = true;
  boolean hadContact = true;
  boolean isHeard = true;
  Duration uptime = Duration.ZERO;
  final List<String> reports = new ArrayList<>();

  @Override
  public Optional<String> chosen() {
    return chosen;
  }

  @Override
  public Platform platform() {
    return platform;
  }

  @Override
  public boolean mayDownload() {
    return mayDownload;
  }

  @Override
  public boolean mayRestart() {
    return mayRestart;
  }

  @Override
  public void linkFailed(String why) {
    failures.add(why);
  }

  @Override
  public boolean withdrawn() {
    return withdrawn;
  }

  @Override
  public void leaving() {
    departures++;
  }

  @Override
  public boolean isRecording() {
    return recording;
  }

  @Override
  public boolean isRejected() {
    return rejected;
  }

  @Override
  public boolean isHealthy() {
    return healthy;
  }

  @Override
  public boolean reachedServer() {
    return reaches;
  }

  @Override
  public boolean hadContact() {
    return hadContact;
  }

  @Override
  public Duration uptime() {
    return uptime;
  }

  @Override
  public boolean report(String release, Verdict verdict) {
    if (isHeard) {
      reports.add("%s %s".formatted(verdict.result(), verdict.reason()).trim());
      chosen = Optional.empty();
    }
    return isHeard;
  }
}
