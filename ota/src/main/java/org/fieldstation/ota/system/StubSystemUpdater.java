package org.fieldstation.ota.system;

import java.nio.file.Path;

/** A stub: there is nobody to hand an image to, and it says so. */
public final class StubSystemUpdater implements SystemUpdater {

  @Override
  public boolean isHere() {
    return false;
  }

  @Override
  public void install(Path image) {
    throw new UnsupportedOperationException("a stub installs no operating system: " + image);
  }

  @Override
  public State state() {
    return State.NONE;
  }

  @Override
  public void confirm() {
    // nothing is on trial
  }
}
