package org.fieldstation.station.identify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** What a model of ranges expects, asked once a week and remembered. */
public final class WeeklyExpectation implements Expectation {
  private final Map<String, Integer> places = new HashMap<>();
  private final IntFunction<float[]> model;
  private int week;
  private float[] expected = {};

  /**
   * @param names scientific names in the order of the model's answers
   * @param model answers for a week, 1 to 48
   */
  public WeeklyExpectation(List<String> names, IntFunction<float[]> model) {
    for (int i = 0; i < names.size(); i++) {
      places.put(Names.species(names.get(i)), i);
    }
    this.model = model;
  }

  @Override
  public synchronized OptionalDouble of(String species, int asked) {
    var place = places.get(species);
    if (place == null) {
      return OptionalDouble.empty();
    }
    if (asked != week) {
      expected = model.apply(asked);
      week = asked;
    }
    return OptionalDouble.of(expected[place]);
  }
}
