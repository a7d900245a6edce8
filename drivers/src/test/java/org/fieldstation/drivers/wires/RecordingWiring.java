package org.fieldstation.drivers.wires;

/** A board with one scripted I2C device at every address and one pin under every number. */
public final class RecordingWiring implements Wiring {
  private final RecordingI2c i2c = new RecordingI2c();
  private final RecordingEdges edges = new RecordingEdges();

  /** The device, to be told what it expects. */
  public RecordingI2c i2c() {
    return i2c;
  }

  /** The pin, to make edges on. */
  public RecordingEdges edges() {
    return edges;
  }

  @Override
  public I2cWires i2c(Place.I2c at) {
    return i2c;
  }

  @Override
  public EdgeInput edges(Place.Pin at, Contact contact) {
    return edges;
  }

  @Override
  public OutputPin output(Place.Pin at, Level active, boolean on) {
    throw new AssertionError("no output was expected");
  }

  @Override
  public PwmOutput pwm(Place.Pwm at, int hertz) {
    throw new AssertionError("no PWM was expected");
  }

  @Override
  public SpiWires spi(Place.Spi at, int hertz, int mode) {
    throw new AssertionError("no SPI was expected");
  }

  @Override
  public OneWire oneWire(Place.OneWire at) {
    throw new AssertionError("no 1-wire was expected");
  }

  @Override
  public SerialLine serial(Place.Serial at, int baud) {
    throw new AssertionError("no serial line was expected");
  }

  @Override
  public void close() {}
}
