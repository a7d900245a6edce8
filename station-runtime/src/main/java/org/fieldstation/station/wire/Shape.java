package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of many detections have in common: everything but the score. A body that {@link
 * Bodies#detection} would not write in exactly these bytes has no shape and travels as it is.
 *
 * @param context in hex, so that shapes can be compared
 */
record Shape(String context, String label, String scientificName, long threshold, long millis) {
  private static final int PARTS = 6;
  private static final int SCORE = 3;
  private static final int LONGEST_CONTEXT = 32;
  private static final int LONGEST_NAME = 128;

  Shape {
    // A shape is written once and unfolded for each row, so a long one would be a bomb.
    WireException.unless(
        context.length() <= 2 * LONGEST_CONTEXT && fits(label) && fits(scientificName),
        "a shape with a long name");
    WireException.unless(threshold >= 0 && millis >= 0, "a negative number");
  }

  private static boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
  }

  /** A detection's body taken apart. */
  record Split(Shape shape, long score) {}

  /** Takes a body apart; null when it cannot be put together again byte for byte. */
  static @Nullable Split split(byte[] body) {
    try {
      var parts = CBORObject.DecodeFromBytes(body);
      if (parts.getType() != CBORType.Array || parts.size() != PARTS) {
        return null;
      }
      long score = parts.get(SCORE).AsInt64Value();
      var shape =
          new Shape(
              HexFormat.of().formatHex(parts.get(0).GetByteString()),
              parts.get(1).AsString(),
              parts.get(2).AsString(),
              parts.get(SCORE + 1).AsInt64Value(),
              parts.get(SCORE + 2).AsInt64Value());
      return score >= 0 && Arrays.equals(shape.body(score), body) ? new Split(shape, score) : null;
    } catch (RuntimeException e) { // not CBOR, or not a detection: either way no shape
      return null;
    }
  }

  /** The body of a detection of this shape. */
  byte[] body(long score) {
    return CBORObject.NewArray()
        .Add(HexFormat.of().parseHex(context))
        .Add(label)
        .Add(scientificName)
        .Add(score)
        .Add(threshold)
        .Add(millis)
        .EncodeToBytes();
  }

  CBORObject toCbor() {
    return CBORObject.NewArray()
        .Add(HexFormat.of().parseHex(context))
        .Add(label)
        .Add(scientificName)
        .Add(threshold)
        .Add(millis);
  }

  static Shape of(CBORObject parts) {
    WireException.unless(
        parts.getType() == CBORType.Array && parts.size() == PARTS - 1, "not a shape");
    return new Shape(
        HexFormat.of().formatHex(parts.get(0).GetByteString()),
        parts.get(1).AsString(),
        parts.get(2).AsString(),
        parts.get(SCORE).AsInt64Value(),
        parts.get(SCORE + 1).AsInt64Value());
  }
}
