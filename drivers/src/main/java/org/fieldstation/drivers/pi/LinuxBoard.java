package org.fieldstation.drivers.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.chip.ds18b20.KernelSlave;
import org.fieldstation.drivers.kernel.GpioChip;
import org.fieldstation.drivers.kernel.HeardLine;
import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.kernel.PwmChip;
import org.fieldstation.drivers.kernel.Refusal;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.SerialLine;
import org.jspecify.annotations.Nullable;

/** The board that this Linux runs on. */
public final class LinuxBoard implements Board {
  private static final Path ONE_WIRE = Path.of("/sys/bus/w1/devices");

  /** The kernel's I2C drivers give up after one second; a 1-wire conversion takes 0.75 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, OwnThread> threads = new ConcurrentHashMap<>();

  @Override
  public Context context() {
    return Pi4J.newContextBuilder()
        .noAutoDetect()
        .disableShutdownHook()
        .add(
            new KernelInputs(),
            new KernelOutputs(),
            new KernelI2cs(),
            new KernelSpis(),
            new KernelPwms())
        .build();
  }

  @Override
  public int gpioChip(@Nullable String label) {
    var name = label == null ? "the header's GPIO chip" : "GPIO chip " + label;
    try {
      return GpioChip.find(label).orElseThrow(() -> absent(name)).number();
    } catch (IOException e) {
      throw Refusal.of(name, e);
    }
  }

  @Override
  public int pwmChip(@Nullable String device) {
    var name = device == null ? "the header's PWM chip" : "PWM chip " + device;
    try {
      return PwmChip.find(device).orElseThrow(() -> absent(name)).number();
    } catch (IOException e) {
      throw Refusal.of(name, e);
    }
  }

  private static DeviceException absent(String name) {
    return new DeviceException(
        Code.ABSENT, name + " is not there; switch it on in the boot configuration");
  }

  /** The kernel's master waits for the conversion in a read of a file, so it has its own thread. */
  @Override
  public OneWire oneWire(Place.OneWire at) {
    var folder = ONE_WIRE.resolve(at.serial());
    if (!Files.isDirectory(folder)) {
      throw new DeviceException(
          Code.ABSENT, at + " is not on the 1-wire bus; check cable and number");
    }
    var slave = new KernelSlave(folder);
    return new OneWire() {
      @Override
      public String name() {
        return slave.name();
      }

      @Override
      public byte[] convertAndRead() {
        return on("w1", slave::convertAndRead);
      }
    };
  }

  @Override
  public SerialLine serial(Place.Serial at, int baud) {
    try {
      return HeardLine.open(at.path(), baud);
    } catch (KernelException e) {
      throw Refusal.of(at.path(), e);
    }
  }

  @Override
  public boolean lost(SerialLine line) {
    if (line instanceof HeardLine heard && heard.lost()) {
      heard.close();
      return true;
    }
    return false;
  }

  @Override
  public <T> T on(String bus, Supplier<T> action) {
    return threads.computeIfAbsent(bus, it -> new OwnThread(it, PATIENCE)).call(action);
  }

  @Override
  public void close() {
    threads.values().forEach(OwnThread::close);
  }
}
