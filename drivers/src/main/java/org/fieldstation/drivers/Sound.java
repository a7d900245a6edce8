package org.fieldstation.drivers;

/**
 * A stretch of mono sound.
 *
 * @param position number of sample frames, at this sound's rate, between the opening of the
 *     microphone and the first sample; frames that were lost are counted in it, so a jump between
 *     two sounds is exactly what was not heard
 * @param rate sample frames a second, in Hz, as the source says and never as somebody hoped
 * @param samples full scale is -1 to 1; the array is the reader's to keep
 */
@SuppressWarnings("ArrayRecordComponent") // sounds are never compared
public record Sound(long position, int rate, float[] samples) {

  /** Position of the first sample after this sound. */
  public long end() {
    return position + samples.length;
  }
}
