package org.fieldstation.models.tflite;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/**
 * TensorFlow Lite's own log. It greets every delegate on stderr, where our programs say only what a
 * person must know; from warnings on it may speak.
 */
final class Chatter {
  private static final String LOGGER = "_ZN6tflite16logging_internal13MinimalLogger";
  private static final String NAME_OF = LOGGER + "15GetSeverityNameENS_11LogSeverityE";
  private static final String SET = LOGGER + "21SetMinimumLogSeverityENS_11LogSeverityE";

  /** The severities' numbers have changed between releases, so they are looked up by name. */
  private static final int SEVERITIES = 6;

  private static final int LONGEST_NAME = 16;

  private Chatter() {}

  /**
   * Lets the library speak of warnings and errors only; does nothing where it has no such switch.
   */
  static void quieten(SymbolLookup symbols) {
    symbols.find(NAME_OF).ifPresent(name -> symbols.find(SET).ifPresent(set -> quieten(name, set)));
  }

  private static void quieten(MemorySegment name, MemorySegment set) {
    var linker = Linker.nativeLinker();
    // const char* GetSeverityName(LogSeverity); LogSeverity SetMinimumLogSeverity(LogSeverity)
    var nameOf = linker.downcallHandle(name, FunctionDescriptor.of(ADDRESS, JAVA_INT));
    var minimum = linker.downcallHandle(set, FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try {
      for (int severity = 0; severity < SEVERITIES; severity++) {
        var text = (MemorySegment) nameOf.invokeExact(severity);
        if (text.reinterpret(LONGEST_NAME).getString(0).equals("WARNING")) {
          int before = (int) minimum.invokeExact(severity);
          assert before >= 0;
          return;
        }
      }
    } catch (Throwable thrown) {
      throw Native.broken(thrown);
    }
  }
}
