package org.fieldstation.drivers.camera;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.fieldstation.drivers.picture.JpegOut;
import org.fieldstation.drivers.picture.JpegScan;
import org.fieldstation.drivers.picture.Pixels;

/** Cuts the pictures out of what a camera's program writes, each as a JPEG file. */
interface FrameReader {

  /**
   * Waits for the next picture; empty when the program has ended.
   *
   * @throws IOException when what came is no whole picture; the next call goes on behind it
   */
  Optional<byte[]> next() throws IOException;

  /** JPEG files one behind the other. */
  static FrameReader jpeg(InputStream in) {
    var scan = new JpegScan(in);
    return () -> scan.next().map(JpegScan.Jpeg::bytes);
  }

  /** Pixels of three bytes, red first, and nothing between the pictures: V4L2's RGB3. */
  static FrameReader rgb(InputStream in, int width, int height) {
    return () -> {
      int length = 3 * width * height;
      var bytes = in.readNBytes(length);
      if (bytes.length < length) {
        return Optional.empty();
      }
      var pixels = new int[width * height];
      for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
        pixels[i] = (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff);
      }
      return Optional.of(JpegOut.encode(new Pixels(width, height, pixels), QUALITY));
    };
  }

  float QUALITY = 0.9f;
}
