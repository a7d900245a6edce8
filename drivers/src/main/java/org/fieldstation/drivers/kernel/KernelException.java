package org.fieldstation.drivers.kernel;

import java.io.IOException;

/** A system call that the kernel refused. */
public final class KernelException extends IOException {
  private final int errno;

  /**
   * A refusal.
   *
   * @param what what was tried, for instance {@code open /dev/i2c-1}
   * @param errno the kernel's number for the reason
   */
  public KernelException(String what, int errno) {
    super("%s: %s".formatted(what, Errno.words(errno)));
    this.errno = errno;
  }

  public int errno() {
    return errno;
  }
}
