package org.fieldstation.drivers.chip.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.RAIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.bucket.TippingBucket.Gauge;
import org.fieldstation.drivers.wires.RecordingEdges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TippingBucketTest {
  private static final long SECOND = 1_000_000_000;
  private static final Gauge GAUGE = new Gauge(0.2, Duration.ofMillis(100));

  @TempDir private Path folder;
  private final RecordingEdges edges = new RecordingEdges();
  private Path file;

  @BeforeEach
  void newGauge() {
    file = folder.resolve("tips");
  }

  @Test
  void theCountSurvivesARestart() {
    var bucket = TippingBucket.open(edges, GAUGE, new TipFile(file));
    assertThat(bucket.read().value(RAIN)).hasValue(0);
    for (int i = 0; i < 5; i++) {
      edges.edge(i * SECOND);
    }
    assertThat(bucket.read().value(RAIN).orElseThrow()).isCloseTo(1.0, within(1e-9));

    var afterwards = TippingBucket.open(edges, GAUGE, new TipFile(file));
    edges.edge(10 * SECOND);
    assertThat(afterwards.read().value(RAIN).orElseThrow()).isCloseTo(1.2, within(1e-9));
    assertThat(afterwards.tips()).containsExactly(new Tip(6, 10 * SECOND));
  }

  @Test
  void aReedThatBouncesTipsOnce() {
    var bucket = TippingBucket.open(edges, GAUGE, new TipFile(file));
    edges.edge(0);
    edges.edge(SECOND / 100);
    edges.edge(SECOND);
    assertThat(bucket.tips()).extracting(Tip::number).containsExactly(1L, 2L);
    assertThat(bucket.tips()).isEmpty();
  }

  /** A count from nowhere would be rain from nowhere: somebody has to decide. */
  @Test
  void aDamagedCountIsNotBelieved() throws IOException {
    new TipFile(file).store(1_234);
    var line = Files.readString(file);
    for (var damaged : new String[] {line.replace('3', '4'), "", "1234", line.substring(0, 6)}) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> new TipFile(file).load())
          .isInstanceOfSatisfying(
              DeviceException.class,
              e -> assertThat(e.code()).isEqualTo(DeviceException.Code.DAMAGED));
    }
  }

  /** The folder is away, for instance a card that is full or read-only, and comes back. */
  @Test
  void rainThatCannotBeKeptIsNotToldAndNotLost() throws IOException {
    var card = Files.createDirectory(folder.resolve("card"));
    var bucket = TippingBucket.open(edges, GAUGE, new TipFile(card.resolve("tips")));
    Files.delete(card);
    edges.edge(0);
    assertThat(bucket.read().faults()).extracting("code").containsExactly(Code.NOT_KEPT);
    Files.createDirectory(card);
    edges.edge(SECOND);
    assertThat(bucket.read().value(RAIN).orElseThrow()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void aTornWriteLeavesTheOldCount() throws IOException {
    new TipFile(file).store(7);
    Files.writeString(folder.resolve("tips.new"), "8 00");
    assertThat(new TipFile(file).load()).isEqualTo(7);
  }
}
