package org.fieldstation.station.effort;

import java.time.Duration;

/**
 * A stretch of one start's uptime in which a sensor did one thing.
 *
 * @param from uptime at which it began
 * @param to uptime at which it ended, later than {@code from}
 * @param reason why, in a stable word; empty where the effort says it all
 */
public record Span(String sensor, Duration from, Duration to, Effort effort, String reason) {}
