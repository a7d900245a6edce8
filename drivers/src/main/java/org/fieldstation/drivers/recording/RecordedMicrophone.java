package org.fieldstation.drivers.recording;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.jspecify.annotations.Nullable;

/**
 * A microphone that hears a recording, or all recordings of a folder one after the other.
 *
 * <p>Played in real time, a block is handed on when it would have been heard to its end, counted
 * from the opening, so that no delay adds up; a listener that falls behind catches up and loses
 * nothing. Recordings of different rates may follow each other: each sound carries its own rate,
 * and positions go on counting frames.
 */
public final class RecordedMicrophone implements Microphone {
  private final Path path;
  private final Playing playing;
  private final Playlist playlist;
  private final TimeKeeper time;
  private final Signal closing;
  private final long openedAt;
  private volatile @Nullable Recording recording;
  private float[] block = new float[0];
  private long playedNanos;
  private boolean heardSomething;
  private volatile int rate;
  private volatile int skipped;
  private volatile long position;
  private volatile boolean closed;

  private RecordedMicrophone(Path path, Playing playing, Playlist playlist, TimeKeeper time) {
    this.path = path;
    this.playing = playing;
    this.playlist = playlist;
    this.time = time;
    closing = time.signal();
    openedAt = time.nanos();
  }

  /**
   * Opens a file, or a folder of which every file is played that can be.
   *
   * @throws DeviceException when there is nothing to play
   */
  public static RecordedMicrophone open(Path path, Playing playing, TimeKeeper time) {
    var microphone = new RecordedMicrophone(path, playing, Playlist.of(path, playing), time);
    if (!microphone.open()) {
      throw new DeviceException(Code.DAMAGED, path + " holds nothing that can be played");
    }
    return microphone;
  }

  @Override
  public String name() {
    return "recording " + path;
  }

  /** Sample frames a second of the recording that is being played, in Hz. */
  @Override
  public int rate() {
    return rate;
  }

  /** Files of the folder that were damaged and left out, from where the damage is. */
  public int skipped() {
    return skipped;
  }

  @Override
  public Optional<Sound> read() throws InterruptedException {
    var sound = next();
    if (sound.isPresent() && playing.paced()) {
      playedNanos += sound.get().samples().length * 1_000_000_000L / rate;
      waitUntil(openedAt + playedNanos);
    }
    return sound;
  }

  private Optional<Sound> next() {
    while (!closed) {
      if (recording == null && !open()) {
        return Optional.empty();
      }
      var sound = fromRecording();
      if (sound != null) {
        return Optional.of(sound);
      }
    }
    throw wasClosed();
  }

  private @Nullable Sound fromRecording() {
    var playedNow = requireNonNull(recording);
    try {
      int count = playedNow.read(block);
      if (count > 0) {
        var sound = new Sound(position, rate, Arrays.copyOf(block, count));
        position = sound.end();
        heardSomething = true;
        return sound;
      }
      if (playedNow.cut()) {
        playlist.currentWasCut();
      }
    } catch (DeviceException e) {
      if (closed) {
        throw wasClosed();
      }
      playlist.skipCurrent(e);
      skipped = playlist.skipped();
    }
    closeRecording();
    return null;
  }

  /** Opens the next recording. Returns whether there is one. */
  private boolean open() {
    var opened = playlist.next();
    if (opened == null && playing.looped()) {
      if (!heardSomething) {
        throw new DeviceException(Code.DAMAGED, path + " contains no sound to play in a loop");
      }
      playlist.rewind();
      heardSomething = false;
      opened = playlist.next();
    }
    skipped = playlist.skipped();
    if (opened == null) {
      return false;
    }
    recording = opened;
    // Positions are counted at the sound's own rate, so that position / rate stays the time played.
    position = rate == 0 ? 0 : Math.round((double) position * opened.rate() / rate);
    rate = opened.rate();
    block = new float[playing.frames(rate)];
    return true;
  }

  private void waitUntil(long nanos) throws InterruptedException {
    long left = nanos - time.nanos();
    if ((left > 0 && closing.await(Duration.ofNanos(left))) || closed) {
      throw wasClosed();
    }
  }

  private DeviceException wasClosed() {
    closeRecording();
    return new DeviceException(Code.CLOSED, name() + " was closed");
  }

  private void closeRecording() {
    var last = recording;
    if (last != null) {
      last.close();
      recording = null;
    }
  }

  @Override
  public CaptureCounts counts() {
    return new CaptureCounts(position, 0, 0, 0);
  }

  @Override
  public void close() {
    closed = true;
    closing.ring();
    closeRecording();
  }
}
