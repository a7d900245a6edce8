package org.fieldstation.station.hearing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherer;
import org.jspecify.annotations.Nullable;

/**
 * The step at which one stream goes through several others side by side. Any of them may be changed
 * for another between two elements.
 */
public final class Together {
  private Together() {}

  /**
   * Every element goes to each way, in their order, and what comes out of any comes out.
   *
   * @param ways as many as there are; each is asked before every element which step it is now, and
   *     begins anew when it is another than before
   */
  public static <T, R> Gatherer<T, ?, R> of(List<? extends Way<T, R>> ways) {
    return Gatherer.ofSequential(
        () -> ways.stream().map(Track<T, R>::new).toList(),
        Gatherer.Integrator.of((tracks, element, downstream) -> {
          tracks.forEach(track -> track.take(element, downstream));
          return !downstream.isRejecting();
        }),
        (tracks, downstream) -> tracks.forEach(track -> track.end(downstream)));
  }

  /** One of the ways. */
  public interface Way<T, R> {
    /** The step it is now: the same object as long as it is the same. */
    Object now();

    /** Makes the step that it is now. */
    Gatherer<T, ?, R> step();
  }

  private static final class Track<T, R> {
    private final Way<T, R> way;
    private @Nullable Object before;
    private @Nullable Running<T, ?, R> running;

    Track(Way<T, R> way) {
      this.way = way;
    }

    @SuppressWarnings("ReferenceEquality") // the same step, not one like it
    void take(T element, Gatherer.Downstream<? super R> downstream) {
      var now = way.now();
      if (running == null || before != now) {
        running = begin(way.step());
        before = now;
      }
      running.take(element, downstream);
    }

    void end(Gatherer.Downstream<? super R> downstream) {
      if (running != null) {
        running.end(downstream);
      }
    }

    private static <T, A, R> Running<T, A, R> begin(Gatherer<T, A, R> step) {
      return new Running<>(step, step.initializer().get());
    }
  }

  private record Running<T, A, R>(Gatherer<T, A, R> step, A state) {
    void take(T element, Gatherer.Downstream<? super R> downstream) {
      step.integrator().integrate(state, element, down(downstream));
    }

    void end(Gatherer.Downstream<? super R> downstream) {
      step.finisher().accept(state, down(downstream));
    }

    private static <R> Gatherer.Downstream<R> down(Gatherer.Downstream<? super R> downstream) {
      Function<R, Boolean> push = downstream::push;
      return push::apply;
    }
  }
}
