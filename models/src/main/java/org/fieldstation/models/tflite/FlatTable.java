package org.fieldstation.models.tflite;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of a FlatBuffers file, read with every bound checked: reading beyond the bytes is an
 * {@link IndexOutOfBoundsException}, as of an array.
 *
 * @see <a href="https://flatbuffers.dev/internals/">FlatBuffers internals</a>
 */
record FlatTable(MemorySegment bytes, long at) {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Its own size and that of its table stand before the fields of a vtable. */
  private static final int FIRST_FIELD = 4;

  /** The table at the top. */
  static FlatTable root(MemorySegment bytes) {
    return new FlatTable(bytes, offset(bytes, 0));
  }

  /** Where a field's value is, or 0 where the field is left out. */
  private long place(int field) {
    long fields = at - bytes.get(INT, at);
    int slot = FIRST_FIELD + 2 * field;
    int size = Short.toUnsignedInt(bytes.get(SHORT, fields));
    int offset = slot < size ? Short.toUnsignedInt(bytes.get(SHORT, fields + slot)) : 0;
    return offset == 0 ? 0 : at + offset;
  }

  boolean has(int field) {
    return place(field) != 0;
  }

  int number(int field, int otherwise) {
    long place = place(field);
    return place == 0 ? otherwise : bytes.get(INT, place);
  }

  int octet(int field) {
    long place = place(field);
    return place == 0 ? 0 : bytes.get(ValueLayout.JAVA_BYTE, place);
  }

  long large(int field) {
    long place = place(field);
    return place == 0 ? 0 : bytes.get(LONG, place);
  }

  Optional<FlatTable> table(int field) {
    long place = place(field);
    return place == 0
        ? Optional.empty()
        : Optional.of(new FlatTable(bytes, place + offset(bytes, place)));
  }

  /** Elements of a vector, 0 where it is left out. */
  int length(int field, int elementBytes) {
    long place = place(field);
    return place == 0 ? 0 : length(place + offset(bytes, place), elementBytes);
  }

  List<Integer> numbers(int field) {
    return each(field).map(start -> bytes.get(INT, start)).toList();
  }

  List<FlatTable> tables(int field) {
    return each(field).map(start -> new FlatTable(bytes, start + offset(bytes, start))).toList();
  }

  /** The places of the elements of a vector whose elements have four bytes. */
  private Stream<Long> each(int field) {
    var places = new ArrayList<Long>();
    long place = place(field);
    if (place != 0) {
      long vector = place + offset(bytes, place);
      int length = length(vector, Integer.BYTES);
      for (int i = 0; i < length; i++) {
        places.add(vector + Integer.BYTES * (i + 1L));
      }
    }
    return places.stream();
  }

  private int length(long vector, int elementBytes) {
    long length = Integer.toUnsignedLong(bytes.get(INT, vector));
    long end = vector + Integer.BYTES + length * elementBytes;
    if (end > bytes.byteSize()) {
      throw new IndexOutOfBoundsException("a list of " + length + " that runs out of the file");
    }
    return (int) length;
  }

  private static long offset(MemorySegment bytes, long place) {
    return Integer.toUnsignedLong(bytes.get(INT, place));
  }
}
