package org.fieldstation.drivers.camera;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How a camera's program is run.
 *
 * @param name what the camera is called, the same after every restart
 * @param command program and arguments; no shell ever sees them
 * @param cutting of its output into pictures
 * @param first how long it may take to its first picture: it must find and set up the camera
 * @param between how long it may take from one picture to the next
 */
public record CameraProgram(
    String name,
    List<String> command,
    Function<InputStream, FrameReader> cutting,
    Duration first,
    Duration between) {
  private static final Duration SET_UP = Duration.ofSeconds(20);

  public CameraProgram {
    command = List.copyOf(command);
  }

  static CameraProgram of(
      String name,
      List<String> command,
      Function<InputStream, FrameReader> cutting,
      double framesPerSecond) {
    // A long exposure at night may skip some; ten missing ones are a program that hangs.
    var between = Duration.ofMillis(Math.round(10_000 / framesPerSecond)).plusSeconds(5);
    return new CameraProgram(name, command, cutting, SET_UP, between);
  }

  /** The same with other patience. */
  CameraProgram patience(Duration first, Duration between) {
    return new CameraProgram(name, command, cutting, first, between);
  }
}
