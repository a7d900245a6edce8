package org.fieldstation.drivers.weather;

import java.util.OptionalDouble;

/**
 * The wind of ten minutes.
 *
 * @param meanMetresPerSecond mean of all samples' speeds
 * @param vectorMetresPerSecond length of the mean of all samples as vectors; much less than the
 *     mean when the direction turns
 * @param directionDegrees where that vector comes from; 360 is north, 0 is calm; absent when no
 *     direction was measured
 * @param gustMetresPerSecond the largest mean of any three seconds
 * @param coverage part of the ten minutes that was measured, 0 to 1
 */
public record Wind(
    double meanMetresPerSecond,
    OptionalDouble vectorMetresPerSecond,
    OptionalDouble directionDegrees,
    OptionalDouble gustMetresPerSecond,
    double coverage) {}
