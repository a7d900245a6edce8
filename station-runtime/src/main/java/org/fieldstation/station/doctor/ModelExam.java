package org.fieldstation.station.doctor;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.fieldstation.models.pack.Check;

/** Whether the model is whole and still names its golden sounds. */
record ModelExam(Supplier<List<Check>> model) implements Examination {

  @Override
  public String part() {
    return "model";
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Finding look() {
    var checks = model.get();
    return checks.stream()
        .filter(Check::failed)
        .findFirst()
        .map(bad ->
            Finding.failed(
                part(),
                Words.of("model.failed", bad.what()),
                Words.of("model.failed.do"),
                bad.detail()))
        .orElseGet(() -> Finding.ok(part(), Words.of("model.whole", checks.size())));
  }
}
