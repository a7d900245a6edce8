package org.fieldstation.station.doctor;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines by the width it takes on a terminal, where a Chinese sign takes two. */
final class Wrap {
  private Wrap() {}

  /** Columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(Wrap::columns).sum();
  }

  private static int columns(int sign) {
    boolean wide =
        (sign >= 0x1100 && sign <= 0x115F)
            || (sign >= 0x2E80 && sign <= 0xA4CF)
            || (sign >= 0xAC00 && sign <= 0xD7A3)
            || (sign >= 0xF900 && sign <= 0xFAFF)
            || (sign >= 0xFE30 && sign <= 0xFE4F)
            || (sign >= 0xFF00 && sign <= 0xFF60)
            || (sign >= 0x20000 && sign <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /** Lines of at most {@code most} columns; Latin words stay whole unless they are longer. */
  static List<String> text(String text, int most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int room = most;
    for (var piece : pieces(text)) {
      int width = width(piece);
      if (width > room && line.length() > 0) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        room = most;
        piece = piece.stripLeading();
        width = width(piece);
      }
      line.append(piece);
      room -= width;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** A word with the space before it, or one wide sign with the punctuation after it. */
  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    int before = ' ';
    for (int sign : text.codePoints().toArray()) {
      boolean begins =
          sign == ' ' || ((columns(sign) == 2 || columns(before) == 2) && !closes(sign));
      if (begins && piece.length() > 0) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(sign);
      before = sign;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** Signs that no line begins with. */
  private static boolean closes(int sign) {
    return "，。；：、）！？,.;:)!?".indexOf(sign) >= 0;
  }
}
