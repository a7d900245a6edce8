package org.fieldstation.station.identify;

import java.util.OptionalDouble;

/**
 * Somebody who knows where and when species are to be expected: a model of ranges, for instance.
 */
@FunctionalInterface
public interface Expectation {

  /**
   * How much a species is expected at the station in a week.
   *
   * @param species genus and species, as names are compared
   * @param week of the year, 1 to 48, four to a month
   * @return 0 to 1; empty for a species it does not know
   */
  OptionalDouble of(String species, int week);
}
