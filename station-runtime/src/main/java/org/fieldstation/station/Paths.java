package org.fieldstation.station;

import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.listen.LastWindow;
import org.fieldstation.station.listen.Resample;
import org.fieldstation.station.listen.Windows;
import org.fieldstation.station.look.Bursts;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.update.Updating;

/**
 * Everything the station does, one path each. Each runs on a line of its own and may be ended by
 * any fault and started again; the journal is the only thing one hands to another.
 */
final class Paths {
  private Paths() {}

  /** microphone → window → classifier → judge → journal */
  static void sound(Microphone microphone, Ear ear, Scribe journal) {
    microphone
        .sounds()
        .peek(ear.timeline()::heard)
        .gather(Resample.to(ear.rate()))
        .gather(Windows.of(ear.window(), ear.hop(), LastWindow.DROPPED))
        .map(ear.judge()::judge)
        .peek(ear.listener())
        .flatMap(ear.report()::notes)
        .forEach(journal::put);
  }

  /** camera → trigger → burst → detector → classifier → event → media files → journal */
  static void picture(Camera camera, Eye eye, Scribe journal) {
    camera
        .frames()
        .map(eye.lookout()::look)
        .peek(eye.watcher())
        .gather(Bursts.of(eye.rule()))
        .map(eye.beholder()::judge)
        .map(eye.keeper()::keep)
        .peek(eye.listener())
        .flatMap(eye.report()::notes)
        .forEach(journal::put);
  }

  /** sensor → sample → reading → journal */
  static void weather(Samples sensor, WeatherReport report, Scribe journal) {
    sensor.samples().flatMap(report::notes).forEach(journal::put);
  }

  /** order → metadata → download → verify → stage → activate → trial → confirmed | rolled back */
  static void update(Rounds rounds, Updating updating) {
    rounds.rounds().map(_ -> updating.goOn()).forEach(rounds::after);
  }

  /** journal → parcel → central server → receipt → forget */
  static void delivery(Outbox outbox, Central central) {
    outbox.parcels().map(outbox.handingTo(central)).forEach(outbox::receive);
  }
}
