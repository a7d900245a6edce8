package org.fieldstation.station;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Gatherer;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.contact.Change;
import org.fieldstation.station.contact.Changes;
import org.fieldstation.station.contact.ContactReport;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.film.Reel;
import org.fieldstation.station.hearing.Steps;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.listen.LastWindow;
import org.fieldstation.station.listen.Resample;
import org.fieldstation.station.listen.Windows;
import org.fieldstation.station.look.Bursts;
import org.fieldstation.station.media.ClipKeeper;
import org.fieldstation.station.notes.PictureReport;
import org.fieldstation.station.notes.WeatherReport;
import org.fieldstation.station.position.Fixes;
import org.fieldstation.station.position.Places;
import org.fieldstation.station.position.SatelliteTime;
import org.fieldstation.station.update.Updating;
import org.fieldstation.station.weather.Bearing;
import org.fieldstation.station.weather.Means;
import org.fieldstation.station.weather.Pace;
import org.fieldstation.station.weather.SeaLevel;
import org.fieldstation.station.weather.Showers;
import org.fieldstation.station.weather.Winds;

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

  /**
   * camera → look → night light; look, PIR → trigger → burst → detector → classifier → event →
   * media files → journal
   */
  static void picture(Camera camera, Eye eye, Scribe journal) {
    camera
        .frames()
        .map(eye.lookout()::look)
        .peek(eye.watcher())
        .peek(eye.light())
        .gather(Bursts.of(eye.rule()))
        .map(eye.director())
        .map(eye.beholder()::judge)
        .map(eye.keeper()::keep)
        .peek(eye.listener())
        .flatMap(eye.report()::notes)
        .forEach(journal::put);
  }

  /** camera's reel → clip of an event → media file → journal */
  static void film(Reel reel, ClipKeeper keeper, PictureReport report, Scribe journal) {
    reel.clips()
        .flatMap(clip -> keeper.keep(clip).map(film -> report.note(clip.event(), film)).stream())
        .forEach(journal::put);
  }

  /** sensor → sample → mean of a minute → reading → journal */
  static void weather(
      Samples sensor,
      Pace pace,
      SeaLevel sea,
      Consumer<Sample> listener,
      WeatherReport report,
      Scribe journal) {
    sensor
        .samples()
        .gather(Means.of(pace.samples()))
        .map(sea::add)
        .peek(listener)
        .flatMap(report::notes)
        .forEach(journal::put);
  }

  /** cups, vane → four a second → ten minutes → reading → journal */
  static void wind(
      Samples cups,
      Bearing vane,
      Duration every,
      Consumer<Sample> listener,
      WeatherReport report,
      Scribe journal) {
    cups.samples()
        .gather(Winds.every(every, vane::now))
        .peek(listener)
        .flatMap(report::notes)
        .forEach(journal::put);
  }

  /** vane → bearing */
  static void vane(Samples vane, Bearing bearing) {
    vane.samples().forEach(bearing::take);
  }

  /** bucket → tips → amount, rate → reading → journal */
  static void rain(
      Samples bucket,
      Showers showers,
      Pace pace,
      Consumer<Sample> listener,
      WeatherReport report,
      Scribe journal) {
    bucket
        .samples()
        .gather(Means.of(pace.samples()))
        .map(showers::add)
        .peek(listener)
        .flatMap(report::notes)
        .forEach(journal::put);
  }

  /** gnss → fix → clock, position → journal */
  static void position(
      Fixes gnss,
      SatelliteTime clock,
      Duration every,
      StationClock time,
      Consumer<Sample> listener,
      WeatherReport report,
      Scribe journal) {
    gnss.positions()
        .peek(clock::hear)
        .gather(Places.every(every, time))
        .peek(listener)
        .flatMap(report::notes)
        .forEach(journal::put);
  }

  /** contact → change → camera's trigger and lamp, stop button, journal */
  static void contact(
      Changes contact, Consumer<Change> listener, ContactReport report, Scribe journal) {
    contact.stream().peek(listener).flatMap(report::notes).forEach(journal::put);
  }

  /** order → metadata → download → verify → stage → activate → trial → confirmed | rolled back */
  static void update(Rounds rounds, Updating updating) {
    rounds.rounds().map(_ -> updating.goOn()).forEach(rounds::after);
  }

  /** journal → parcel → central server → receipt → forget */
  static void delivery(Outbox outbox, Central central) {
    outbox.window(central).receipts().forEach(outbox::receive);
  }
}
