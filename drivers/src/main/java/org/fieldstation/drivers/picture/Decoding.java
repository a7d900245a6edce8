package org.fieldstation.drivers.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.fieldstation.drivers.picture.PictureFile.Header;
import org.jspecify.annotations.Nullable;

/** The Java platform's own decoders. */
final class Decoding {
  /** No TIFF: it may hold anything. No GIF: no camera writes it. */
  private static final Set<String> KNOWN = Set.of("jpeg", "png", "bmp");

  private Decoding() {}

  /** What a file that is no JPEG says it is; null when it is nothing known. */
  static @Nullable Header header(byte[] bytes) throws IOException {
    return read(
        bytes,
        reader ->
            new Header(mediaType(reader), reader.getWidth(0), reader.getHeight(0), Exif.NONE));
  }

  /** Every {@code step}th pixel of every {@code step}th row, as they are stored. */
  static Pixels pixels(byte[] bytes, int step) throws IOException {
    var pixels =
        read(
            bytes,
            reader -> {
              var parameters = reader.getDefaultReadParam();
              // From the middle of each square: the picture does not move when it gets smaller.
              int width = reader.getWidth(0);
              int height = reader.getHeight(0);
              int offset = Math.min((step - 1) / 2, Math.min(width, height) - 1);
              parameters.setSourceSubsampling(step, step, offset, offset);
              return packed(reader.read(0, parameters));
            });
    if (pixels == null) {
      throw new IOException("no decoder for it");
    }
    return pixels;
  }

  private interface Task<T> {
    T of(ImageReader reader) throws IOException;
  }

  private static <T> @Nullable T read(byte[] bytes, Task<T> task) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      var reader = readers.next();
      try {
        if (!KNOWN.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          return null;
        }
        reader.setInput(in, true, true);
        return task.of(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  private static String mediaType(ImageReader reader) throws IOException {
    return "image/" + reader.getFormatName().toLowerCase(Locale.ROOT);
  }

  private static Pixels packed(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
        && bytes.getData().length == 3 * width * height) {
      return new Pixels(width, height, packed(bytes.getData()));
    }
    return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  /**
   * What a JPEG gives; the general way converts each pixel's colour by itself, five times slower.
   */
  private static int[] packed(byte[] bgr) {
    var rgb = new int[bgr.length / 3];
    for (int i = 0, at = 0; i < rgb.length; i++, at += 3) {
      rgb[i] = (bgr[at + 2] & 0xff) << 16 | (bgr[at + 1] & 0xff) << 8 | (bgr[at] & 0xff);
    }
    return rgb;
  }
}
