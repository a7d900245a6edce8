package org.fieldstation.drivers.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recordings that are played one after the other: a file, or a folder's in order of name. */
final class Playlist {
  private static final Logger LOG = LoggerFactory.getLogger(Playlist.class);
  private static final Set<String> KINDS = Set.of("wav", "flac", "ogg", "oga");

  private final Path path;
  private final List<Path> files;
  private final Playing playing;
  private final Set<Path> skipped = new HashSet<>();
  private final Set<Path> cut = new HashSet<>();
  private int next;

  private Playlist(Path path, List<Path> files, Playing playing) {
    this.path = path;
    this.files = files;
    this.playing = playing;
  }

  static Playlist of(Path path, Playing playing) {
    if (!Files.isDirectory(path)) {
      return new Playlist(path, List.of(path), playing);
    }
    try (var entries = Files.list(path)) {
      var files = entries.filter(Playlist::isRecording).sorted().toList();
      if (files.isEmpty()) {
        throw new DeviceException(Code.ABSENT, path + " holds no .wav, .flac or .ogg file");
      }
      return new Playlist(path, files, playing);
    } catch (IOException e) {
      throw new DeviceException(Code.REFUSED, path + " cannot be listed; check its owner", e);
    }
  }

  /** Opens the next recording that can be opened; null when all have been played. */
  @Nullable Recording next() {
    while (next < files.size()) {
      var file = files.get(next++);
      try {
        return Recording.open(file, playing.channel());
      } catch (DeviceException e) {
        skip(file, e);
      }
    }
    return null;
  }

  void rewind() {
    next = 0;
  }

  /** Goes on without the file that {@link #next} opened last. */
  void skipCurrent(DeviceException reason) {
    skip(files.get(next - 1), reason);
  }

  /** Says once that the file that {@link #next} opened last ended before its sound did. */
  void currentWasCut() {
    if (cut.add(files.get(next - 1))) {
      LOG.warn("{} was cut short; what is there was played", files.get(next - 1));
    }
  }

  /** Files that could not be played to their end. */
  int skipped() {
    return skipped.size();
  }

  /**
   * A single file was asked for by name: that it is damaged is the answer. In a folder it is not.
   */
  private void skip(Path file, DeviceException reason) {
    if (file.equals(path)) {
      throw reason;
    }
    if (skipped.add(file)) {
      LOG.warn("skipped: {}", reason.getMessage());
    }
  }

  /** Hidden files are not recordings: macOS leaves "._x.wav" on memory cards. */
  private static boolean isRecording(Path file) {
    var name = file.getFileName().toString();
    var kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && KINDS.contains(kind) && Files.isRegularFile(file);
  }
}
