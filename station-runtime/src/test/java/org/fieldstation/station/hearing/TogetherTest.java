package org.fieldstation.station.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TogetherTest {

  @Test
  void everyWayGetsEveryElementAndKeepsItsOwnState() {
    var pairs = fixed(Gatherers.<Integer>windowFixed(2).andThen(Steps.map(Object::toString)));
    var threes = fixed(Gatherers.<Integer>windowFixed(3).andThen(Steps.map(Object::toString)));

    assertThat(Stream.of(1, 2, 3, 4, 5, 6).gather(Together.of(List.of(pairs, threes))))
        .containsExactly("[1, 2]", "[1, 2, 3]", "[3, 4]", "[5, 6]", "[4, 5, 6]");
  }

  @Test
  void theEndReachesEveryWay() {
    var pairs = fixed(Gatherers.<Integer>windowFixed(2));
    assertThat(Stream.of(1, 2, 3).gather(Together.of(List.of(pairs))))
        .containsExactly(List.of(1, 2), List.of(3));
  }

  @Test
  void aWayThatChangesBeginsAnewWithTheNextElement() {
    var changing = new Changing();
    var out = new ArrayList<String>();
    Stream.of(1, 2, 3, 4, 5)
        .peek(i -> changing.size = i < 4 ? 2 : 1)
        .gather(Together.of(List.of(changing)))
        .forEach(out::add);
    assertThat(out)
        .as("3 waited for a partner when its way was closed")
        .containsExactly("[1, 2]", "[4]", "[5]");
  }

  private static <R> Together.Way<Integer, R> fixed(Gatherer<Integer, ?, R> step) {
    return new Together.Way<>() {
      @Override
      public Object now() {
        return step;
      }

      @Override
      public Gatherer<Integer, ?, R> step() {
        return step;
      }
    };
  }

  private static final class Changing implements Together.Way<Integer, String> {
    private final List<Object> keys = List.of("none", "one", "two");
    private int size = 2;

    @Override
    public Object now() {
      return keys.get(size);
    }

    @Override
    public Gatherer<Integer, ?, String> step() {
      return Gatherers.<Integer>windowFixed(size).andThen(Steps.map(Object::toString));
    }
  }
}
