package org.fieldstation.drivers.picture;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;

/**
 * A picture file whose header has been read and found harmless; its pixels have not been touched.
 *
 * @param where what messages call it
 * @param width as it will be when upright
 * @param height as it will be when upright
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PictureFile(
    String where, String mediaType, int width, int height, Exif exif, byte[] bytes) {

  /** A larger file is no picture of a camera. */
  private static final long LARGEST_FILE = 64L << 20;

  /** The largest sensors on a small computer's camera have 64 million pixels. */
  private static final long MOST_PIXELS = 70_000_000;

  /**
   * Reads a file's header.
   *
   * @throws DeviceException ABSENT, or DAMAGED when it is cut off, no picture, or one that cannot
   *     be used; the message is one line
   */
  public static PictureFile open(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw refused(file.toString(), "is larger than 64 MiB; no camera makes such a picture");
      }
      return of(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new DeviceException(Code.ABSENT, file + ": no such file", e);
    } catch (IOException e) {
      throw new DeviceException(Code.ABSENT, "%s: cannot be read (%s)".formatted(file, e), e);
    }
  }

  /** The same for a file that is in memory already. */
  public static PictureFile of(String where, byte[] bytes) {
    try {
      var header = JpegScan.begins(bytes) ? jpeg(bytes) : Decoding.header(bytes);
      if (header == null) {
        throw refused(where, "is no picture that can be read; JPEG, PNG and BMP can");
      }
      if ((long) header.width * header.height > MOST_PIXELS) {
        throw refused(
            where,
            "has %d x %d pixels; more than 70 megapixels are not read"
                .formatted(header.width, header.height));
      }
      boolean turned = header.exif.orientation().turned();
      return new PictureFile(
          where,
          header.mediaType,
          turned ? header.height : header.width,
          turned ? header.width : header.height,
          header.exif,
          bytes);
    } catch (EOFException e) {
      throw refused(where, "was cut short; copy it again");
    } catch (IOException e) {
      throw refused(where, String.valueOf(e.getMessage()));
    }
  }

  record Header(String mediaType, int width, int height, Exif exif) {}

  private static Header jpeg(byte[] bytes) throws IOException {
    var scan = JpegScan.of(bytes);
    if (scan.components() != 1 && scan.components() != 3) {
      throw new IOException(
          "has %d colours, as for print (CMYK); save it as an ordinary JPEG"
              .formatted(scan.components()));
    }
    return new Header("image/jpeg", scan.width(), scan.height(), scan.exif());
  }

  /**
   * Decodes it.
   *
   * @param enough pixels; a larger picture is decoded at a half, a third … of its width and height,
   *     so that it keeps at least so many and needs little memory
   * @throws DeviceException DAMAGED
   */
  public Pixels decode(long enough) {
    int step = 1;
    while ((long) (width / (step + 1)) * (height / (step + 1)) >= enough) {
      step++;
    }
    try {
      return exif.orientation().apply(Decoding.pixels(bytes, step));
    } catch (IOException e) {
      throw refused(where, "cannot be decoded (%s)".formatted(e.getMessage()));
    } catch (UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The library's own decoders throw these for damaged files.
      throw refused(where, "cannot be decoded (%s)".formatted(e));
    }
  }

  private static DeviceException refused(String where, String why) {
    return new DeviceException(Code.DAMAGED, where + ": " + why);
  }
}
