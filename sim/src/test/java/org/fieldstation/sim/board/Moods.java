package org.fieldstation.sim.board;

import java.util.function.ToDoubleFunction;
import org.fieldstation.sim.chips.Surroundings;

/** Surroundings as a sensing element feels them: true, frozen, or drifting away. */
final class Moods implements Surroundings {
  private final Surroundings truth;
  private Surroundings felt;
  private double factor = 1;

  Moods(Surroundings truth) {
    this.truth = truth;
    this.felt = truth;
  }

  /** From now on it feels only what there was now. */
  void freeze() {
    felt =
        new Frozen(
            truth.temperature(),
            truth.humidity(),
            truth.pressure(),
            truth.illuminance(),
            truth.carbonDioxide(),
            truth.dust(),
            truth.inputVolts(0),
            truth.inputVolts(1),
            truth.inputVolts(2),
            truth.supplyVolts(),
            truth.supplyAmpere(),
            truth.chargePercent());
  }

  void drift(double times) {
    factor = times;
  }

  void recover() {
    felt = truth;
    factor = 1;
  }

  private double feel(ToDoubleFunction<Surroundings> what) {
    return what.applyAsDouble(felt) * factor;
  }

  private record Frozen(
      double temperature,
      double humidity,
      double pressure,
      double illuminance,
      double carbonDioxide,
      double dust,
      double input0,
      double input1,
      double input2,
      double supplyVolts,
      double supplyAmpere,
      double chargePercent)
      implements Surroundings {
    @Override
    public double inputVolts(int input) {
      return input == 0 ? input0 : input == 1 ? input1 : input2;
    }
  }

  @Override
  public double temperature() {
    return feel(Surroundings::temperature);
  }

  @Override
  public double humidity() {
    return feel(Surroundings::humidity);
  }

  @Override
  public double pressure() {
    return feel(Surroundings::pressure);
  }

  @Override
  public double illuminance() {
    return feel(Surroundings::illuminance);
  }

  @Override
  public double carbonDioxide() {
    return feel(Surroundings::carbonDioxide);
  }

  @Override
  public double dust() {
    return feel(Surroundings::dust);
  }

  @Override
  public double inputVolts(int input) {
    return feel(it -> it.inputVolts(input));
  }

  @Override
  public double supplyVolts() {
    return feel(Surroundings::supplyVolts);
  }

  @Override
  public double supplyAmpere() {
    return feel(Surroundings::supplyAmpere);
  }

  @Override
  public double chargePercent() {
    return feel(Surroundings::chargePercent);
  }
}
