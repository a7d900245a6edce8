package org.fieldstation.drivers.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Walks the markers of JPEG files (ITU-T T.81, annex B) that lie one behind the other in a stream,
 * as cameras send them, and finds where each ends. A file that is cut off has no end: that is how
 * it is told, because the usual decoders paint the missing part grey and say nothing.
 */
public final class JpegScan {
  private static final int MARKER = 0xff;
  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int APP1 = 0xe1;
  private static final int RESTART_0 = 0xd0;
  private static final int RESTART_7 = 0xd7;

  /** Larger than any camera's picture. */
  private static final int LARGEST = 64 << 20;

  private final InputStream in;
  private final ByteArrayOutputStream copy = new ByteArrayOutputStream(1 << 16);
  private int width;
  private int height;
  private int components;
  private Exif exif = Exif.NONE;
  private boolean begun; // the start of the next file has been taken already

  public JpegScan(InputStream in) {
    this.in = in;
  }

  /**
   * A whole file.
   *
   * @param components 1 grey, 3 colour, 4 as for print
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Jpeg(byte[] bytes, int width, int height, int components, Exif exif) {}

  /**
   * The first file in some bytes.
   *
   * @throws EOFException when it is cut off
   * @throws IOException when its markers make no sense, or it is no JPEG
   */
  public static Jpeg of(byte[] file) throws IOException {
    if (!begins(file)) {
      throw new IOException("is no JPEG");
    }
    return new JpegScan(new ByteArrayInputStream(file))
        .next()
        .orElseThrow(() -> new IOException("is no JPEG"));
  }

  static boolean begins(byte[] file) {
    return file.length > 2 && (file[0] & 0xff) == MARKER && (file[1] & 0xff) == START;
  }

  /**
   * The next file, whatever lies before it; empty at the end of the stream.
   *
   * @throws EOFException when the stream ends within a file
   * @throws IOException when a file's markers make no sense; the next call looks for another
   */
  public Optional<Jpeg> next() throws IOException {
    if (!findStart()) {
      return Optional.empty();
    }
    copy.reset();
    copy.write(MARKER);
    copy.write(START);
    width = 0;
    height = 0;
    components = 0;
    exif = Exif.NONE;
    int marker = marker(take());
    while (marker != END) {
      if (standsAlone(marker)) {
        marker = marker(take());
      } else {
        segment(marker);
        marker = marker == SCAN ? coded() : marker(take());
      }
    }
    if (width == 0 || height == 0) {
      throw new IOException("has no picture between its first marker and its last");
    }
    return Optional.of(new Jpeg(copy.toByteArray(), width, height, components, exif));
  }

  private boolean findStart() throws IOException {
    if (begun) {
      begun = false;
      return true;
    }
    int before = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (before == MARKER && b == START) {
        return true;
      }
      before = b;
    }
    return false;
  }

  /** A marker's code; any number of 0xff may stand before it. */
  private int marker(int first) throws IOException {
    if (first != MARKER) {
      throw new IOException("has 0x%02x where a marker must be".formatted(first));
    }
    int code = MARKER;
    while (code == MARKER) {
      code = take();
    }
    if (code == 0 || code == START) {
      throw new IOException("has a marker 0x%02x where none can be".formatted(code));
    }
    return code;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= RESTART_0 && marker <= RESTART_7);
  }

  private void segment(int marker) throws IOException {
    int length = take() << 8 | take();
    if (length < 2) {
      throw new IOException("has a segment of %d bytes".formatted(length));
    }
    var content = in.readNBytes(length - 2);
    copy.writeBytes(content);
    if (content.length < length - 2) {
      throw new EOFException("is cut off");
    }
    bounded();
    if (isFrame(marker) && content.length >= 6) {
      height = (content[1] & 0xff) << 8 | (content[2] & 0xff);
      width = (content[3] & 0xff) << 8 | (content[4] & 0xff);
      components = content[5] & 0xff;
    } else if (marker == APP1 && exif.equals(Exif.NONE)) {
      exif = Exif.of(content);
    }
  }

  /** SOF0 to SOF15; three codes among them mean something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Coded data, to the marker behind it: in it 0xff is followed by 0 or by a restart marker. */
  private int coded() throws IOException {
    while (true) {
      int b = take();
      if (b == MARKER) {
        int next = take();
        while (next == MARKER) {
          next = take();
        }
        if (next != 0 && !standsAlone(next)) {
          if (next == START) {
            begun = true;
            throw new EOFException("is cut off: the next picture begins within it");
          }
          return next;
        }
      }
    }
  }

  private int take() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("is cut off");
    }
    copy.write(b);
    if ((copy.size() & 0xffff) == 0) {
      bounded();
    }
    return b;
  }

  private void bounded() throws IOException {
    if (copy.size() > LARGEST) {
      throw new IOException("has no end within %d bytes".formatted(LARGEST));
    }
  }
}
