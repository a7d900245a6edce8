package org.fieldstation.drivers.recording.flac;

/** The file ended in the middle of something. Carries no stack trace: it is an answer. */
final class EndOfFile extends Exception {
  EndOfFile() {
    super("end of file", null, false, false);
  }
}
