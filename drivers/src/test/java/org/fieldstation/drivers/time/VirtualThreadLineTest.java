package org.fieldstation.drivers.time;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VirtualThreadLineTest {

  @Test
  @Timeout(60)
  void workWhoseFirstInterruptALibraryAteEndsNeverthelessWhenSomebodyWaitsForIt() throws Exception {
    var works = new CountDownLatch(1);
    var line =
        new VirtualThreadLine(
            "work",
            () -> {
              works.countDown();
              try {
                Thread.sleep(Long.MAX_VALUE);
              } catch (InterruptedException eaten) {
                // as a library does
              }
              Thread.sleep(Long.MAX_VALUE);
            });
    works.await();
    line.stop();
    line.join();
  }
}
