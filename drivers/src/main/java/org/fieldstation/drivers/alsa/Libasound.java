package org.fieldstation.drivers.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;

/** The functions of libasound.so.2 that recording takes, as alsa/pcm.h declares them. */
final class Libasound {
  private static final Linker LINKER = Linker.nativeLinker();

  private final SymbolLookup library;
  final MethodHandle open = ints("snd_pcm_open", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
  final MethodHandle close = ints("snd_pcm_close", ADDRESS);
  final MethodHandle malloc = ints("snd_pcm_hw_params_malloc", ADDRESS);
  final MethodHandle any = ints("snd_pcm_hw_params_any", ADDRESS, ADDRESS);
  final MethodHandle resample = setter("rate_resample");
  final MethodHandle access = setter("access");
  final MethodHandle format = setter("format");
  final MethodHandle channels = setter("channels");
  final MethodHandle rate =
      ints("snd_pcm_hw_params_set_rate", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
  final MethodHandle rateNear = near("rate");
  final MethodHandle bufferNear = near("buffer_time");
  final MethodHandle periodNear = near("period_time");
  final MethodHandle params = ints("snd_pcm_hw_params", ADDRESS, ADDRESS);
  final MethodHandle prepare = ints("snd_pcm_prepare", ADDRESS);
  final MethodHandle start = ints("snd_pcm_start", ADDRESS);
  final MethodHandle await = ints("snd_pcm_wait", ADDRESS, JAVA_INT);
  final MethodHandle read =
      function("snd_pcm_readi", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
  private final MethodHandle free =
      function("snd_pcm_hw_params_free", FunctionDescriptor.ofVoid(ADDRESS));
  private final MethodHandle error =
      function("snd_strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));

  private Libasound(SymbolLookup library) {
    this.library = library; // before super(): the functions are looked up in it
    super();
  }

  /**
   * @throws DeviceException when it is not installed
   */
  static Libasound load() {
    return load("libasound.so.2");
  }

  static Libasound load(String name) {
    try {
      return new Libasound(SymbolLookup.libraryLookup(name, Arena.global()));
    } catch (IllegalArgumentException absent) {
      throw new DeviceException(
          Code.ABSENT, name + " is not installed; run apt install libasound2", absent);
    }
  }

  /** Calls one of the functions that answer with a number, negative when they failed. */
  static int call(MethodHandle function, Object... arguments) {
    try {
      return (int) function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException("libasound could not be called", e);
    }
  }

  void free(MemorySegment params) {
    try {
      free.invokeExact(params);
    } catch (Throwable e) {
      throw new IllegalStateException("libasound could not be called", e);
    }
  }

  /** What an error number means, in the library's words. */
  String words(long number) {
    try {
      var text = (MemorySegment) error.invokeExact((int) number);
      return text.reinterpret(Byte.MAX_VALUE).getString(0) + " (" + number + ")";
    } catch (Throwable e) {
      return "error " + number;
    }
  }

  private MethodHandle setter(String what) {
    return ints("snd_pcm_hw_params_set_" + what, ADDRESS, ADDRESS, JAVA_INT);
  }

  private MethodHandle near(String what) {
    return ints("snd_pcm_hw_params_set_" + what + "_near", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  }

  MethodHandle ints(String name, ValueLayout... arguments) {
    return function(name, FunctionDescriptor.of(JAVA_INT, (MemoryLayout[]) arguments));
  }

  MethodHandle function(String name, FunctionDescriptor shape) {
    return LINKER.downcallHandle(library.findOrThrow(name), shape);
  }
}
