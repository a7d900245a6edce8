package org.fieldstation.ota;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Keys by seed: a test that fails must fail again. */
public final class Chance extends SecureRandom {
  private final transient SplittableRandom numbers;

  public Chance(long seed) {
    numbers = new SplittableRandom(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    numbers.nextBytes(bytes);
  }
}
