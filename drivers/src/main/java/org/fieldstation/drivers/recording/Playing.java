package org.fieldstation.drivers.recording;

import java.time.Duration;
import org.fieldstation.drivers.Channel;

/**
 * How recordings are played.
 *
 * @param block length of each sound handed on; the last of a file may be shorter
 * @param paced in real time, as a live microphone would; otherwise as fast as it is read
 * @param looped from the beginning again when all has been played
 */
public record Playing(Channel channel, Duration block, boolean paced, boolean looped) {

  /** Once, as fast as it is read, all channels mixed. */
  public static final Playing FAST = new Playing(Channel.MIX, Duration.ofMillis(100), false, false);

  /** Once, in real time, all channels mixed. */
  public static final Playing REAL_TIME =
      new Playing(Channel.MIX, Duration.ofMillis(100), true, false);

  public Playing {
    if (block.isNegative() || block.isZero()) {
      throw new IllegalArgumentException("a block must last some time, was " + block);
    }
  }

  public Playing channel(Channel channel) {
    return new Playing(channel, block, paced, looped);
  }

  public Playing block(Duration block) {
    return new Playing(channel, block, paced, looped);
  }

  /** The same, from the beginning again when all has been played. */
  public Playing looping() {
    return new Playing(channel, block, paced, true);
  }

  /** Frames in a block at that rate, at least one. */
  int frames(int rate) {
    double frames = block.toNanos() * 1e-9 * rate;
    return Math.clamp(Math.round(frames), 1, 1 << 22);
  }
}
