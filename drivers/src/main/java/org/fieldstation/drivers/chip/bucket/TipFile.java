package org.fieldstation.drivers.chip.bucket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.fieldstation.drivers.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * The number of tips in a file of one line: the number, and a checksum over it. It is replaced as a
 * whole, so that a power cut leaves the old number or the new one.
 */
public final class TipFile implements TipCount {
  private final Path file;

  public TipFile(Path file) {
    this.file = file;
  }

  @Override
  public long load() {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      var words = Files.readString(file).strip().split(" ", -1);
      if (words.length == 2 && words[1].equals(checksum(words[0]))) {
        return Long.parseLong(words[0]);
      }
    } catch (IOException | NumberFormatException e) {
      throw damaged(e);
    }
    throw damaged(null);
  }

  @Override
  public void store(long tips) {
    var number = Long.toString(tips);
    var line = (number + " " + checksum(number) + "\n").getBytes(StandardCharsets.UTF_8);
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      write(fresh, line);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (var folder = FileChannel.open(file.toAbsolutePath().resolveSibling(""))) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw new DeviceException(
          DeviceException.Code.REFUSED, "the count of tips cannot be kept in " + file, e);
    }
  }

  private static void write(Path path, byte[] line) throws IOException {
    try (var channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private DeviceException damaged(@Nullable Exception cause) {
    return new DeviceException(
        DeviceException.Code.DAMAGED,
        "%s holds no count of tips; delete it to count from 0".formatted(file),
        cause);
  }

  private static String checksum(String number) {
    var crc = new CRC32C();
    crc.update(number.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
