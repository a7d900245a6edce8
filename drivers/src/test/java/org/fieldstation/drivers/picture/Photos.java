package org.fieldstation.drivers.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Pictures for tests, made by calculation. */
public final class Photos {
  private Photos() {}

  /** Red in the top left quarter, blue elsewhere. */
  public static Pixels quarter(int width, int height) {
    var pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % width < width / 2 && i / width < height / 2 ? 0xff0000 : 0x0000ff;
    }
    return new Pixels(width, height, pixels);
  }

  public static byte[] jpeg(int width, int height) {
    return JpegOut.encode(quarter(width, height), 0.9f);
  }

  /**
   * The same with an Exif segment: an orientation, a time, and a thumbnail that is a JPEG itself.
   */
  static byte[] withExif(byte[] jpeg, int orientation, String time) {
    var thumbnail = jpeg(16, 16);
    var tiff = ByteBuffer.allocate(100 + thumbnail.length); // big-endian
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8769, 4, 1).putInt(38);
    tiff.putInt(0);
    tiff.putShort((short) 1);
    entry(tiff, 0x9003, 2, 20).putInt(60);
    tiff.position(60);
    tiff.put(Arrays.copyOf(time.getBytes(StandardCharsets.US_ASCII), 20)).put(thumbnail);
    var content = tiff.array();
    var out = ByteBuffer.allocate(jpeg.length + content.length + 10);
    out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (content.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(content);
    out.put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
    return tiff.putShort((short) tag).putShort((short) type).putInt(count);
  }
}
