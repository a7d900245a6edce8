package org.fieldstation.drivers.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AviTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  @Test
  void aFilmHoldsItsFramesAsTheCameraGaveThemAndSaysHowLongEachIsSeen() throws IOException {
    var frames = IntStream.range(0, 5).mapToObj(AviTest::jpeg).toList();
    var film = ByteBuffer.wrap(film(frames, 125_000)).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(word(film)).isEqualTo("RIFF");
    assertThat(film.getInt()).isEqualTo(film.capacity() - 8);
    assertThat(word(film)).isEqualTo("AVI ");
    header(film, 5, 125_000);
    assertThat(frames(film))
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(frames);
  }

  private static void header(ByteBuffer film, int frames, int micros) {
    assertThat(word(film)).isEqualTo("LIST");
    int end = film.getInt() + film.position();
    assertThat(word(film) + word(film)).isEqualTo("hdrlavih");
    var main = film.slice(film.position() + 4, film.getInt()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(main.getInt(0)).isEqualTo(micros);
    assertThat(main.getInt(16)).isEqualTo(frames);
    assertThat(main.getInt(32)).isEqualTo(WIDTH);
    assertThat(main.getInt(36)).isEqualTo(HEIGHT);
    film.position(film.position() + main.capacity());
    assertThat(word(film)).isEqualTo("LIST");
    assertThat(film.getInt() + film.position()).isEqualTo(end);
    film.position(end);
  }

  /** The frames where the index says they are. */
  private static List<byte[]> frames(ByteBuffer film) {
    assertThat(word(film)).isEqualTo("LIST");
    int length = film.getInt();
    int movi = film.position();
    assertThat(word(film)).isEqualTo("movi");
    film.position(movi + length);
    assertThat(word(film)).isEqualTo("idx1");
    int entries = film.getInt() / 16;
    var frames = new ArrayList<byte[]>();
    for (int i = 0; i < entries; i++) {
      assertThat(word(film)).isEqualTo("00dc");
      film.getInt();
      int at = movi + film.getInt();
      var bytes = new byte[film.getInt()];
      assertThat(at % 2).isEqualTo(movi % 2);
      assertThat(film.getInt(at + 4)).isEqualTo(bytes.length);
      film.get(at + 8, bytes);
      frames.add(bytes);
    }
    assertThat(film.hasRemaining()).isFalse();
    return frames;
  }

  @Test
  void whatIsNoPictureMakesNoFilm() {
    assertThatThrownBy(() -> film(List.of(new byte[] {1, 2, 3}), 1))
        .hasMessageContaining("is no JPEG");
    assertThatThrownBy(() -> film(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] film(List<byte[]> frames, int micros) throws IOException {
    var out = new ByteArrayOutputStream();
    Avi.write(frames, micros, out);
    return out.toByteArray();
  }

  /** One of odd length among them, which must be padded. */
  private static byte[] jpeg(int number) {
    var pixels = new int[WIDTH * HEIGHT];
    Arrays.setAll(pixels, i -> (i % WIDTH + 40 * number) * 0x010203 & 0xffffff);
    var bytes = JpegOut.encode(new Pixels(WIDTH, HEIGHT, pixels), 0.8f);
    return bytes.length % 2 == number % 2 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
  }

  private static String word(ByteBuffer film) {
    var four = new byte[4];
    film.get(four);
    return new String(four, US_ASCII);
  }
}
