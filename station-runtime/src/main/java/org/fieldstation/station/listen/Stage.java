package org.fieldstation.station.listen;

import java.util.Arrays;
import java.util.function.Consumer;
import org.fieldstation.drivers.Sound;

/**
 * One polyphase filter that turns sound of one rate into sound of another.
 *
 * <p>Output {@code n} stands for the same instant as input {@code n * down / up}, counted from the
 * opening of the microphone: the filter's delay is taken out, and after lost sound it starts anew
 * on the same grid. Before and after each unbroken stretch it takes the nearest sample's value to
 * have lasted: silence there would make a step, and so a sound, of every recorder's offset.
 *
 * <p>Work goes in blocks of {@code columns} frames, and a frame is {@code down} inputs which make
 * {@code up} outputs (or a few times as many, see {@link Block}). So output comes up to half a
 * second of sound after its input.
 */
final class Stage {
  private final int to;
  private final Ratio ratio;
  private final int reach;
  private final Block block;
  private final float[] input;
  private final float[] output;
  private int filled;
  private boolean begun;
  private long expected; // position of the next input of this stretch
  private long skip; // outputs that belong to silence before the stretch
  private long position; // of the next output
  private float last; // input of this stretch

  Stage(int from, int to, double pass, double stop) {
    this.to = to;
    this.ratio = Ratio.of(from, to);
    var filter = LowPass.between(pass, stop, from);
    this.reach = filter.reach();
    this.block = Block.of(filter, ratio, from);
    this.input = new float[block.inputs()];
    this.output = new float[block.outputs()];
  }

  /** Multiplications for a second of sound. */
  static double cost(int from, int to, double pass, double stop) {
    return (double) to * LowPass.between(pass, stop, from).taps();
  }

  void accept(Sound sound, Consumer<? super Sound> next) {
    if (begun && sound.position() != expected) {
      end(next);
    }
    var samples = sound.samples();
    if (samples.length == 0) {
      return;
    }
    if (!begun) {
      begin(sound.position(), samples[0]);
    }
    expected = sound.end();
    last = samples[samples.length - 1];
    for (int done = 0; done < samples.length; ) {
      var fits = Math.min(samples.length - done, input.length - filled);
      System.arraycopy(samples, done, input, filled, fits);
      filled += fits;
      done += fits;
      if (filled == input.length) {
        emit(Long.MAX_VALUE, next);
      }
    }
  }

  /** Gives what is still inside; the next sound starts a new stretch. */
  void end(Consumer<? super Sound> next) {
    if (!begun) {
      return;
    }
    var until = ratio.firstOutput(expected);
    while (position < until) {
      Arrays.fill(input, filled, input.length, last);
      emit(until, next);
    }
    begun = false;
  }

  private void begin(long start, float first) {
    // A loss shorter than a sample of output must still be seen as one by whoever reads positions.
    var resumes = start > expected && position == ratio.firstOutput(start);
    var frame = Math.floorDiv(start, (long) ratio.down());
    filled = reach - 1 + (int) (start - frame * ratio.down());
    Arrays.fill(input, 0, filled, first);
    position = ratio.firstOutput(start) + (resumes ? 1 : 0);
    skip = position - frame * ratio.up();
    begun = true;
  }

  private void emit(long until, Consumer<? super Sound> next) {
    block.run(input, output);
    var first = (int) Math.min(skip, output.length);
    var last = (int) Math.min(output.length, first + (until - position));
    skip -= first;
    if (last > first) {
      next.accept(new Sound(position, to, Arrays.copyOfRange(output, first, last)));
      position += last - first;
    }
    System.arraycopy(input, block.step(), input, 0, input.length - block.step());
    filled = Math.max(0, filled - block.step());
  }
}
