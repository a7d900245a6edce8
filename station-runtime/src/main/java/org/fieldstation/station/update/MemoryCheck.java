package org.fieldstation.station.update;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Optional;

/** What is left of the heap after a collection: a release that leaks runs out of it. */
public final class MemoryCheck implements Check {
  private static final double MOST = 0.9;

  @Override
  public Optional<String> objection() {
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
      var after = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP
          && pool.isCollectionUsageThresholdSupported()
          && after != null
          && after.getMax() > 0
          && after.getUsed() > after.getMax() * MOST) {
        return Optional.of("trial-memory");
      }
    }
    return Optional.empty();
  }
}
