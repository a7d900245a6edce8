package org.fieldstation.models.tflite;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * What TensorFlow Lite says when it refuses something, kept for the exception's message.
 *
 * <p>Its reporter hands over a {@code va_list}. Both calling conventions we run on pass that as a
 * pointer — System V AMD64 because it is an array type, AAPCS64 because it is a structure of more
 * than 16 bytes — so it can be given on to {@code vsnprintf} without a look inside.
 */
final class Complaints {
  private static final int LONGEST = 512;
  private static final int MOST = 4;

  private final MethodHandle vsnprintf;
  private final MemorySegment reporter;
  private final List<String> said = new ArrayList<>();

  /** Complaints that can be heard as long as the arena lives. */
  Complaints(Arena arena) {
    var linker = Linker.nativeLinker();
    // int vsnprintf(char* text, size_t size, const char* format, va_list arguments)
    vsnprintf =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("vsnprintf"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    // void report(void* user, const char* format, va_list arguments)
    reporter =
        linker.upcallStub(hear(), FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS), arena);
  }

  /** The C function to be called with complaints. */
  MemorySegment reporter() {
    return reporter;
  }

  /** All that was said since the last time, in one line. */
  synchronized String take() {
    var text = String.join("; ", said);
    said.clear();
    return text;
  }

  @SuppressWarnings("UnusedMethod") // called from C
  private void report(MemorySegment unused, MemorySegment format, MemorySegment arguments) {
    String line;
    try (var arena = Arena.ofConfined()) {
      var text = arena.allocate(LONGEST);
      int length = (int) vsnprintf.invokeExact(text, (long) LONGEST, format, arguments);
      line = length < 0 ? "" : text.getString(0);
    } catch (Throwable e) { // one that left an upcall would end the process
      line = e.toString();
    }
    add(line);
  }

  private synchronized void add(String line) {
    if (said.size() < MOST) {
      said.add(line.strip().replaceAll("\\s+", " "));
    }
  }

  private MethodHandle hear() {
    try {
      var segment = MemorySegment.class;
      return MethodHandles.lookup()
          .bind(this, "report", MethodType.methodType(void.class, segment, segment, segment));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a method of this class", e);
    }
  }
}
