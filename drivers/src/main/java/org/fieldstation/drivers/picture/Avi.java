package org.fieldstation.drivers.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes pictures as a film: Motion JPEG in an AVI file of one RIFF (Microsoft, AVI RIFF File
 * Reference), which every player knows. The frames stay the bytes that the camera gave.
 */
public final class Avi {
  public static final String MEDIA_TYPE = "video/x-msvideo";

  private static final int HEAD = 8; // of a chunk: its name and its length
  private static final int MAIN_HEADER = 56;
  private static final int STREAM_HEADER = 56;
  private static final int BITMAP_HEADER = 40;
  private static final int STREAM_LIST =
      4 + (HEAD + STREAM_HEADER) + (HEAD + BITMAP_HEADER); // after its own head
  private static final int HEADER_LIST = 4 + (HEAD + MAIN_HEADER) + (HEAD + STREAM_LIST);
  private static final int INDEX_ENTRY = 16;
  private static final int HAS_INDEX = 0x10;
  private static final int KEY_FRAME = 0x10;

  /** Beyond that one RIFF cannot be told apart from a damaged one by older players. */
  private static final long LARGEST = 1L << 30;

  private final List<byte[]> frames;
  private final int width;
  private final int height;
  private final int microsPerFrame;

  private Avi(List<byte[]> frames, int width, int height, int microsPerFrame) {
    this.frames = frames;
    this.width = width;
    this.height = height;
    this.microsPerFrame = microsPerFrame;
  }

  /**
   * Writes a film.
   *
   * @param jpegs its frames, all of the size of the first
   * @param microsPerFrame how long each is seen
   * @throws IOException when the stream refuses, or the first frame is no JPEG
   */
  public static void write(List<byte[]> jpegs, int microsPerFrame, OutputStream out)
      throws IOException {
    if (jpegs.isEmpty() || microsPerFrame < 1) {
      throw new IllegalArgumentException("a film has frames, each of some time");
    }
    var first = JpegScan.of(jpegs.getFirst());
    new Avi(jpegs, first.width(), first.height(), microsPerFrame).write(out);
  }

  private void write(OutputStream out) throws IOException {
    long film = 4;
    for (var frame : frames) {
      film += HEAD + even(frame.length);
    }
    int index = INDEX_ENTRY * frames.size();
    long riff = 4 + (HEAD + HEADER_LIST) + (HEAD + film) + (HEAD + index);
    if (riff > LARGEST) {
      throw new IOException("a film of %d bytes is too long".formatted(riff));
    }
    out.write(header((int) riff, (int) film));
    for (var frame : frames) {
      var chunk = new byte[HEAD];
      little(chunk).put(name("00dc")).putInt(frame.length);
      out.write(chunk);
      out.write(frame);
      if ((frame.length & 1) != 0) {
        out.write(0); // chunks begin at even places
      }
    }
    out.write(index(index));
  }

  private byte[] header(int riff, int film) {
    int largest = frames.stream().mapToInt(frame -> frame.length).max().orElse(0);
    var header = new byte[HEAD + 4 + HEAD + HEADER_LIST + HEAD + 4];
    var head = little(header);
    head.put(name("RIFF")).putInt(riff).put(name("AVI "));
    head.put(name("LIST")).putInt(HEADER_LIST).put(name("hdrl"));
    head.put(name("avih")).putInt(MAIN_HEADER).putInt(microsPerFrame);
    head.putInt((int) Math.min(Integer.MAX_VALUE, largest * 1_000_000L / microsPerFrame));
    head.putInt(0).putInt(HAS_INDEX).putInt(frames.size()).putInt(0).putInt(1).putInt(largest);
    head.putInt(width).putInt(height).put(new byte[16]);
    head.put(name("LIST")).putInt(STREAM_LIST).put(name("strl"));
    head.put(name("strh")).putInt(STREAM_HEADER).put(name("vids")).put(name("MJPG"));
    head.putInt(0).putInt(0).putInt(0); // flags; priority and language; initial frames
    head.putInt(microsPerFrame).putInt(1_000_000).putInt(0).putInt(frames.size());
    head.putInt(largest).putInt(-1).putInt(0); // any quality; samples of any size
    head.putShort((short) 0).putShort((short) 0).putShort((short) width).putShort((short) height);
    head.put(name("strf")).putInt(BITMAP_HEADER).putInt(BITMAP_HEADER);
    head.putInt(width).putInt(height).putShort((short) 1).putShort((short) 24).put(name("MJPG"));
    head.putInt(3 * width * height).put(new byte[16]);
    head.put(name("LIST")).putInt(film).put(name("movi"));
    return header;
  }

  private byte[] index(int length) {
    var chunk = new byte[HEAD + length];
    var index = little(chunk).put(name("idx1")).putInt(length);
    int at = 4; // from the word movi on
    for (var frame : frames) {
      index.put(name("00dc")).putInt(KEY_FRAME).putInt(at).putInt(frame.length);
      at += HEAD + even(frame.length);
    }
    return chunk;
  }

  private static int even(int length) {
    return length + (length & 1);
  }

  private static byte[] name(String four) {
    return four.getBytes(US_ASCII);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
