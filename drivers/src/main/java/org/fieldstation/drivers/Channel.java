package org.fieldstation.drivers;

/**
 * The choice of what a mono listener hears of several channels: their mean, or one of them.
 *
 * @param index the channel, counted from 0; -1 is the mean of all
 */
public record Channel(int index) {
  public static final Channel MIX = new Channel(-1);

  public Channel {
    if (index < -1) {
      throw new IllegalArgumentException("channels are counted from 0, was " + index);
    }
  }

  /** One channel and nothing of the others. */
  public static Channel only(int index) {
    return new Channel(index);
  }

  /** Turns {@code frames} interleaved frames into mono. */
  public void pick(float[] interleaved, int channels, int frames, float[] mono) {
    if (channels == 1) {
      System.arraycopy(interleaved, 0, mono, 0, frames);
    } else if (index >= 0) {
      for (int frame = 0; frame < frames; frame++) {
        mono[frame] = interleaved[frame * channels + index];
      }
    } else {
      mix(interleaved, channels, frames, mono);
    }
  }

  private static void mix(float[] interleaved, int channels, int frames, float[] mono) {
    float share = 1f / channels;
    for (int frame = 0, at = 0; frame < frames; frame++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += interleaved[at++];
      }
      mono[frame] = sum * share;
    }
  }
}
