package org.fieldstation.station.hearing;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherer;
import java.util.stream.Stream;

/** Steps that streams have as methods, as steps that can be joined before there is a stream. */
public final class Steps {
  private Steps() {}

  /** Each element becomes any number of others. */
  public static <T, R> Gatherer<T, ?, R> flatMap(Function<? super T, Stream<R>> each) {
    return Gatherer.of(
        Gatherer.Integrator.ofGreedy((_, element, downstream) -> {
          each.apply(element).forEach(downstream::push);
          return true;
        }));
  }

  /** Somebody is told of each element as it passes. */
  public static <T> Gatherer<T, ?, T> peek(Consumer<? super T> each) {
    return map(element -> {
      each.accept(element);
      return element;
    });
  }

  /** Each element becomes another. */
  public static <T, R> Gatherer<T, ?, R> map(Function<? super T, ? extends R> each) {
    return flatMap(element -> Stream.of(each.apply(element)));
  }
}
