package org.fieldstation.station.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));

  @Test
  void aPartThatHangsIsSaidToHangAndDelaysNobody() throws InterruptedException {
    var doctor = new Doctor(List.of(slow("bus", Duration.ofDays(1)), fine("air")), time);

    var findings = doctor.examine();

    assertThat(findings).extracting(Finding::grade).containsExactly(Grade.FAILED, Grade.OK);
    assertThat(findings.getFirst().said().key()).isEqualTo("hangs");
    assertThat(time.now().uptime()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void allPartsAreLookedAtAtOnce() throws InterruptedException {
    var slow = Duration.ofSeconds(5);
    var doctor =
        new Doctor(List.of(slow("a", slow), slow("b", slow), slow("c", slow), fine("d")), time);

    doctor.examine();

    assertThat(time.now().uptime()).isEqualTo(slow);
  }

  @Test
  void whatADriverThrowsBecomesAFindingWithItsCode() throws InterruptedException {
    var doctor =
        new Doctor(
            List.of(
                exam(
                    "air",
                    () -> {
                      throw new DeviceException(DeviceException.Code.LOST, "i2c-1/0x76: gone");
                    }),
                exam(
                    "bug",
                    () -> {
                      throw new IllegalStateException("never");
                    })),
            time);

    var findings = doctor.examine();

    assertThat(findings.get(0).said().key()).isEqualTo("device-lost");
    assertThat(findings.get(0).detail()).isEqualTo("i2c-1/0x76: gone");
    assertThat(findings.get(1).said().key()).isEqualTo("bug");
  }

  private Examination slow(String part, Duration duration) {
    return exam(
        part,
        () -> {
          time.sleep(duration);
          return Finding.ok(part, Words.of("sensor.ok"));
        });
  }

  private static Examination fine(String part) {
    return exam(part, () -> Finding.ok(part, Words.of("sensor.ok")));
  }

  private interface Look {
    Finding look() throws InterruptedException;
  }

  private static Examination exam(String part, Look look) {
    return new Examination() {
      @Override
      public String part() {
        return part;
      }

      @Override
      public Finding look() throws InterruptedException {
        return look.look();
      }
    };
  }
}
