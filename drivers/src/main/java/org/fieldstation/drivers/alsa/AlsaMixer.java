package org.fieldstation.drivers.alsa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.fieldstation.drivers.alsa.Libasound.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;

/** The mixer of a sound card, through libasound's simple elements. For one line of work. */
final class AlsaMixer implements AutoCloseable {

  /** Decibels are counted in hundredths. */
  private static final double STEPS = 100;

  /** The first of a stereo pair, or the only one: SND_MIXER_SCHN_FRONT_LEFT. */
  private static final int FIRST_CHANNEL = 0;

  private static final int NEAREST = 0;
  private static final long LONGEST_NAME = 256;

  private final Libasound alsa;
  private final LibasoundMixer functions;
  private final String name;
  private final MemorySegment mixer;

  private AlsaMixer(Libasound alsa, LibasoundMixer functions, String name, MemorySegment mixer) {
    this.alsa = alsa;
    this.functions = functions;
    this.name = name;
    this.mixer = mixer;
  }

  /**
   * Opens the mixer of a card.
   *
   * @param card what ALSA calls it, for instance {@code hw:CARD=AudioMoth}
   */
  static AlsaMixer open(Libasound alsa, String card, String name) {
    var functions = new LibasoundMixer(alsa);
    try (var arena = Arena.ofConfined()) {
      var handle = arena.allocate(ADDRESS);
      check(alsa, name, call(functions.open, handle, 0));
      var mixer = new AlsaMixer(alsa, functions, name, handle.get(ADDRESS, 0));
      try {
        mixer.check(call(functions.attach, mixer.mixer, arena.allocateFrom(card)));
        mixer.check(call(functions.register, mixer.mixer, MemorySegment.NULL, MemorySegment.NULL));
        mixer.check(call(functions.load, mixer.mixer));
        return mixer;
      } catch (RuntimeException e) {
        mixer.close();
        throw e;
      }
    }
  }

  /** Its controls, which live as long as it is open. */
  List<MixerControl> controls() {
    var controls = new ArrayList<MixerControl>();
    var element = pointer(functions.first, mixer);
    while (element.address() != 0) {
      controls.add(new Element(element));
      element = pointer(functions.next, element);
    }
    return controls;
  }

  private static MemorySegment pointer(MethodHandle function, MemorySegment argument) {
    try {
      return (MemorySegment) function.invokeExact(argument);
    } catch (Throwable e) {
      throw new IllegalStateException("libasound could not be called", e);
    }
  }

  private void check(int answer) {
    check(alsa, name, answer);
  }

  private static void check(Libasound alsa, String name, int answer) {
    if (answer < 0) {
      throw new DeviceException(
          Code.UNSUPPORTED, name + " has no mixer that can be used: " + alsa.words(answer));
    }
  }

  @Override
  public void close() {
    call(functions.close, mixer);
  }

  private final class Element implements MixerControl {
    private final MemorySegment element;

    Element(MemorySegment element) {
      this.element = element;
    }

    @Override
    public String name() {
      return pointer(functions.name, element).reinterpret(LONGEST_NAME).getString(0);
    }

    @Override
    public Optional<Range> gains() {
      try (var arena = Arena.ofConfined()) {
        var least = arena.allocate(JAVA_LONG);
        var most = arena.allocate(JAVA_LONG);
        if (call(functions.gains, element, least, most) < 0) {
          return Optional.empty();
        }
        var range = new Range(least.get(JAVA_LONG, 0) / STEPS, most.get(JAVA_LONG, 0) / STEPS);
        return Optional.of(range).filter(it -> it.most() > it.least());
      }
    }

    @Override
    public double gain(double decibels) {
      check(call(functions.setGain, element, Math.round(decibels * STEPS), NEAREST));
      if (call(functions.hasCaptureSwitch, element) > 0) {
        check(call(functions.setCaptureSwitch, element, 1));
      }
      try (var arena = Arena.ofConfined()) {
        var taken = arena.allocate(JAVA_LONG);
        check(call(functions.gain, element, FIRST_CHANNEL, taken));
        return taken.get(JAVA_LONG, 0) / STEPS;
      }
    }

    @Override
    public void off() {
      if (call(functions.hasPlaybackSwitch, element) > 0) {
        check(call(functions.setPlaybackSwitch, element, 0));
      } else if (call(functions.hasCaptureSwitch, element) > 0) {
        check(call(functions.setCaptureSwitch, element, 0));
      }
    }
  }
}
