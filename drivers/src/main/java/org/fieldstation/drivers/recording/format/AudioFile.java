package org.fieldstation.drivers.recording.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;

/** A file of recorded sound, read from front to back, whose faults are told in one line. */
public final class AudioFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final long size;
  private long position;

  private AudioFile(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  public static AudioFile open(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new DeviceException(Code.UNSUPPORTED, path + " is a folder; name a file in it");
      }
      var channel = FileChannel.open(path);
      return new AudioFile(path, channel, channel.size());
    } catch (NoSuchFileException absent) {
      throw new DeviceException(Code.ABSENT, path + " does not exist; check the path", absent);
    } catch (AccessDeniedException denied) {
      throw new DeviceException(Code.REFUSED, path + " may not be read; check its owner", denied);
    } catch (IOException e) {
      throw lost(path, e);
    }
  }

  public long size() {
    return size;
  }

  public long position() {
    return position;
  }

  public void seek(long to) {
    position = to;
  }

  /**
   * Reads until the buffer is full or the file ends, and leaves the buffer ready to be read.
   *
   * @return bytes read, 0 at the end
   */
  public int read(ByteBuffer buffer) {
    int before = buffer.position();
    try {
      while (buffer.hasRemaining()) {
        int n = channel.read(buffer, position);
        if (n < 0) {
          break;
        }
        position += n;
      }
    } catch (IOException e) {
      throw lost(path, e);
    }
    int read = buffer.position() - before;
    buffer.flip();
    return read;
  }

  /** A fault of what is in the file. */
  public DeviceException damaged(String what) {
    return new DeviceException(Code.DAMAGED, path + " " + what);
  }

  /** A file that is well, in a format that is not read here. */
  public DeviceException unsupported(String what) {
    return new DeviceException(Code.UNSUPPORTED, path + " " + what);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw lost(path, e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private static DeviceException lost(Path path, IOException cause) {
    return new DeviceException(
        Code.LOST, path + " cannot be read (" + cause.getMessage() + "); check the disk", cause);
  }
}
