package org.fieldstation.station.update;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.disk.PosixDisk;

/** The real disk, which says that it has as much room as the test wants. */
final class SmallDisk implements Disk {
  private final PosixDisk real = new PosixDisk();
  long room = Long.MAX_VALUE;

  @Override
  public boolean exists(Path path) {
    return real.exists(path);
  }

  @Override
  public boolean isDirectory(Path path) {
    return real.isDirectory(path);
  }

  @Override
  public byte[] read(Path file) {
    return real.read(file);
  }

  @Override
  public InputStream open(Path file) {
    return real.open(file);
  }

  @Override
  public long size(Path file) {
    return real.size(file);
  }

  @Override
  public List<String> list(Path directory) {
    return real.list(directory);
  }

  @Override
  public Optional<String> target(Path link) {
    return real.target(link);
  }

  @Override
  public long free(Path path) {
    return room;
  }

  @Override
  public void makeDirectory(Path directory) {
    real.makeDirectory(directory);
  }

  @Override
  public void append(Path file, byte[] bytes, int length) {
    real.append(file, bytes, length);
  }

  @Override
  public void makeExecutable(Path file) {
    real.makeExecutable(file);
  }

  @Override
  public void makeLink(Path link, String target) {
    real.makeLink(link, target);
  }

  @Override
  public void rename(Path from, Path to) {
    real.rename(from, to);
  }

  @Override
  public void delete(Path path) {
    real.delete(path);
  }

  @Override
  public void sync(Path path) {
    real.sync(path);
  }
}
