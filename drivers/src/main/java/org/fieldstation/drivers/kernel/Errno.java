package org.fieldstation.drivers.kernel;

/** The kernel's reasons that devices have (asm-generic/errno-base.h and errno.h). */
public final class Errno {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int EINTR = 4;
  public static final int EIO = 5;
  public static final int ENXIO = 6;
  public static final int EAGAIN = 11;
  public static final int EACCES = 13;
  public static final int EBUSY = 16;
  public static final int ENODEV = 19;
  public static final int EINVAL = 22;
  public static final int ENOTTY = 25;
  public static final int EPROTO = 71;
  public static final int EOPNOTSUPP = 95;
  public static final int ENOTCONN = 107;
  public static final int ETIMEDOUT = 110;
  public static final int EREMOTEIO = 121;

  private Errno() {}

  /** What the number means, in plain words. */
  static String words(int errno) {
    return switch (errno) {
          case EPERM, EACCES -> "permission denied";
          case ENOENT -> "there is no such device";
          case EIO -> "input or output error";
          case ENXIO, ENODEV, ENOTCONN, EREMOTEIO -> "nobody answers";
          case EBUSY -> "another program holds it";
          case EINVAL, ENOTTY, EOPNOTSUPP -> "the device cannot do that";
          case EPROTO -> "the bus was disturbed";
          case ETIMEDOUT -> "the bus hangs";
          default -> "error";
        }
        + " (errno "
        + errno
        + ")";
  }
}
