package org.fieldstation.drivers.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures from outside are hostile until they are pixels. */
class PictureFileTest {

  /** Where Exif says the stored top left quarter belongs (Exif 2.32, 4.6.5). */
  @ParameterizedTest
  @CsvSource({
    "1, top-left",
    "2, top-right",
    "3, bottom-right",
    "4, bottom-left",
    "5, top-left",
    "6, top-right",
    "7, bottom-right",
    "8, bottom-left",
    "99, top-left"
  })
  void aPictureStandsUprightHoweverTheCameraWasHeld(int orientation, String corner) {
    var file =
        PictureFile.of(
            "it", Photos.withExif(Photos.jpeg(64, 32), orientation, "0000:00:00 00:00:00"));
    boolean turned = orientation >= 5 && orientation <= 8;
    assertThat(file.width()).isEqualTo(turned ? 32 : 64);
    assertThat(file.exif().taken()).isEmpty();
    var pixels = file.decode(Long.MAX_VALUE);
    assertThat(pixels.width()).isEqualTo(file.width());
    int x = corner.endsWith("left") ? 4 : pixels.width() - 5;
    int y = corner.startsWith("top") ? 4 : pixels.height() - 5;
    for (int place : new int[] {0, 1, 2, 3}) {
      int px = place % 2 == 0 ? 4 : pixels.width() - 5;
      int py = place / 2 == 0 ? 4 : pixels.height() - 5;
      boolean red = (pixels.rgb()[py * pixels.width() + px] >>> 16 & 0xff) > 128;
      assertThat(red).as("%d, %d", px, py).isEqualTo(px == x && py == y);
    }
  }

  @Test
  void aLargePictureIsDecodedNoLargerThanNeeded() {
    var pixels = PictureFile.of("it", Photos.jpeg(1_200, 900)).decode(300 * 200);
    assertThat(pixels.width()).isBetween(300, 400);
    assertThat(pixels.rgb()[0] >>> 16 & 0xff).isGreaterThan(200);
  }

  @Test
  void aTruncatedPictureIsRefusedAlthoughTheDecoderWouldNotMind() throws IOException {
    var jpeg = Photos.jpeg(400, 300);
    var cut = Arrays.copyOf(jpeg, jpeg.length / 2);
    assertThat(ImageIO.read(new java.io.ByteArrayInputStream(cut))).isNotNull();
    assertThatThrownBy(() -> PictureFile.of("cut.jpg", cut))
        .isInstanceOf(DeviceException.class)
        .hasMessage("cut.jpg: was cut short; copy it again");
    var png = file("png");
    assertThatThrownBy(() -> PictureFile.of("it", Arrays.copyOf(png, png.length / 2)).decode(1))
        .hasMessageContaining("cannot be decoded");
  }

  @Test
  void aPictureForPrintIsRefused() {
    var jpeg = Photos.jpeg(8, 8);
    int frame = find(jpeg, 0xc0);
    // Four components instead of three: the segment grows by three bytes.
    var cmyk = ByteBuffer.allocate(jpeg.length + 3);
    cmyk.put(jpeg, 0, frame + 2).putShort((short) 20).put(jpeg, frame + 4, 5).put((byte) 4);
    cmyk.put(jpeg, frame + 10, 9).put(new byte[] {4, 0x11, 1});
    cmyk.put(jpeg, frame + 19, jpeg.length - frame - 19);
    assertThatThrownBy(() -> PictureFile.of("ink.jpg", cmyk.array()))
        .hasMessage("ink.jpg: has 4 colours, as for print (CMYK); save it as an ordinary JPEG");
  }

  @Test
  void aHundredMegapixelsAreRefusedBeforeOneOfThemIsMade() throws IOException {
    assertThatThrownBy(() -> PictureFile.of("huge.png", header(12_000, 9_000)))
        .hasMessage("huge.png: has 12000 x 9000 pixels; more than 70 megapixels are not read");
    var jpeg = Photos.jpeg(8, 8);
    ByteBuffer.wrap(jpeg).putInt(find(jpeg, 0xc0) + 5, 60_000 << 16 | 60_000);
    assertThatThrownBy(() -> PictureFile.of("huge.jpg", jpeg)).hasMessageContaining("70 megapix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "GIF89a", "RIFF....WEBP", "II*\0\0\0\0\0"})
  void whatIsNoPictureIsRefused(String text) {
    assertThatThrownBy(() -> PictureFile.of("it", text.getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("it: is no picture that can be read; JPEG, PNG and BMP can");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void onePixelIsAPicture(String kind) throws IOException {
    var pixels = PictureFile.of("it", file(kind)).decode(4_000_000);
    assertThat(pixels.rgb()[0] & 0xffffff).isEqualTo(0x123456);
    assertThat(PictureFile.of("it", file(kind)).mediaType()).isEqualTo("image/" + kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "jpg"})
  void randomDamageIsRefusedInOneLineOrHarmless(String kind) throws IOException {
    long seed = 20261127;
    var random = new Random(seed);
    var whole = kind.equals("jpg") ? Photos.jpeg(32, 32) : file(kind);
    for (int i = 0; i < 400; i++) {
      var damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        PictureFile.of("it", damaged).decode(10_000);
      } catch (DeviceException refused) {
        assertThat(refused).as("seed %d, round %d", seed, i).hasMessageMatching("it: [^\n]+");
      }
    }
  }

  private static byte[] file(String kind) throws IOException {
    var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x123456);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, kind, out);
    return out.toByteArray();
  }

  /** A PNG that is only a header, and one that is right. */
  private static byte[] header(int width, int height) {
    var chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    var crc = new CRC32();
    crc.update(chunk.array());
    return ByteBuffer.allocate(33)
        .putLong(0x89504e470d0a1a0aL)
        .putInt(13)
        .put(chunk.array())
        .putInt((int) crc.getValue())
        .array();
  }

  private static int find(byte[] jpeg, int marker) {
    for (int i = 0; i + 1 < jpeg.length; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == marker) {
        return i;
      }
    }
    throw new IllegalStateException("no marker " + marker);
  }
}
