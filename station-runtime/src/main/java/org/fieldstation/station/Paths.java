package org.fieldstation.station;

import java.util.stream.Gatherer;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sound;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.hearing.Steps;
import org.fieldstation.station.journal.Note;
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

  /** microphone → each model's ear → journal, measured on the way */
  static void sound(Microphone microphone, Ears ears, Measuring measuring, Scribe journal) {
    microphone
        .sounds()
        .peek(ears::heard)
        .peek(measuring::heard)
        .gather(ears.all(Paths::hearing))
        .forEach(journal::put);
  }

  /** sound → window → classifier → judge → notes */
  static Gatherer<Sound, ?, Note> hearing(Ear ear) {
    return Resample.to(ear.rate())
        .andThen(Windows.of(ear.window(), ear.hop(), LastWindow.DROPPED))
        .andThen(Steps.map(ear.judge()))
        .andThen(Steps.peek(ear.listener()))
        .andThen(Steps.flatMap(ear.report()::notes));
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
