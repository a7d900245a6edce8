package org.fieldstation.ota.system;

import java.nio.file.Path;

/**
 * Hands an image of the operating system to whoever installs such images on this computer. The
 * station never touches a boot loader: it brings the image like any signed file, hands it over, and
 * tells how that ended.
 *
 * <pre>
 * RAUC        install: rauc install FILE       confirm: rauc status mark-good    state: rauc status
 * Mender      install: mender-update install   confirm: mender-update commit     state: exit code
 * tryboot     install: write the other partition, reboot '0 tryboot'; confirm: swap autoboot.txt
 * </pre>
 */
public interface SystemUpdater {

  /** What became of the image that was handed over last. */
  enum State {
    /** None was. */
    NONE,
    /** It is installed and wants a reboot. */
    WANTS_REBOOT,
    /** It runs, and goes back at the next reboot unless it is confirmed. */
    ON_TRIAL,
    /** It runs and stays. */
    CONFIRMED,
    /** The one before runs again. */
    ROLLED_BACK
  }

  /** True where there is somebody to hand an image to. */
  boolean isHere();

  /** Installs an image beside the running system; nothing of that is changed. May take minutes. */
  void install(Path image);

  /** Asked after each start of the station, too. */
  State state();

  /** The system that runs is well: it stays. */
  void confirm();
}
