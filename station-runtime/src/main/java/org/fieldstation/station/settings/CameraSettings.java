package org.fieldstation.station.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fieldstation.station.film.ClipRule;
import org.fieldstation.station.look.BurstRule;
import org.fieldstation.station.look.Trigger;

/**
 * What it sees with.
 *
 * @param hardware {@code linux}, or {@code sim} for virtual hardware
 * @param device which camera, in the hardware's words
 * @param width in pixels; the device's own when absent
 * @param height in pixels; the device's own when absent
 * @param framesPerSecond how often it looks; 2 when absent
 * @param trigger {@code motion} in the pictures; {@code pir}, what a contact of the board feels
 *     whose use is motion; {@code both}; or {@code every-frame} for a folder of pictures that were
 *     each taken for a reason; motion when absent
 * @param leastPart how much of the picture must move, 0 to 1; 0.004 when absent
 * @param burstFrames pictures of one event at most; 5 when absent
 * @param beforeFrames how many of them from before the trigger; 1 when absent
 * @param quietS seconds without motion that end an event; 10 when absent
 * @param detector a pack that finds animals, people and vehicles; none when absent
 * @param classifier a pack that names animals; none when absent
 * @param people {@code blurred}: where somebody is or may be in a picture only a blurred copy may
 *     leave; {@code as-they-are}: somebody with the right to has allowed it. Blurred when absent
 * @param keepMb megabytes of pictures and clips kept before the oldest are given up; 2000 when
 *     absent
 * @param clip short clips of events; none when absent
 */
public record CameraSettings(
    String hardware,
    String device,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<Double> framesPerSecond,
    Optional<String> trigger,
    Optional<Double> leastPart,
    Optional<Integer> burstFrames,
    Optional<Integer> beforeFrames,
    Optional<Integer> quietS,
    Optional<Path> detector,
    Optional<Path> classifier,
    Optional<String> people,
    Optional<Integer> keepMb,
    Optional<ClipSettings> clip) {
  private static final String BOTH = "both";
  private static final String AS_THEY_ARE = "as-they-are";
  private static final double LEAST_PART = 0.004;

  /** An animal that stays in front of the camera is told again after so long. */
  private static final Duration AGAIN = Duration.ofMinutes(2);

  public CameraSettings {
    double fps = framesPerSecond.orElse(1.0);
    that(fps >= 0.01 && fps <= 30, "frames-per-second must be between 0.01 and 30");
    that(width.isPresent() == height.isPresent(), "width and height belong together");
    that(within(width, 16, 9_999) && within(height, 16, 9_999), "width and height: 16 to 9999");
    that(
        isOneOf(trigger, Trigger.MOTION, Trigger.PIR, BOTH, Trigger.EVERY_FRAME),
        "trigger must be motion, pir, both or every-frame");
    that(isOneOf(people, "blurred", AS_THEY_ARE), "people must be blurred or as-they-are");
    that(
        !trigger.equals(Optional.of(Trigger.PIR)) || leastPart.isEmpty(),
        "least-part has no effect when only a pir triggers");
    boolean every = trigger.equals(Optional.of(Trigger.EVERY_FRAME));
    that(
        !every
            || (leastPart.isEmpty()
                && burstFrames.isEmpty()
                && beforeFrames.isEmpty()
                && quietS.isEmpty()),
        "least-part, burst-frames, before-frames and quiet-s have no effect on every-frame");
    that(
        leastPart.orElse(LEAST_PART) > 0 && leastPart.orElse(LEAST_PART) < 1, "least-part: 0 to 1");
    that(within(burstFrames, 1, 50), "burst-frames must be between 1 and 50");
    that(within(quietS, 1, 3_600), "quiet-s must be between 1 and 3600");
    that(
        beforeFrames.orElse(0) >= 0 && beforeFrames.orElse(0) < burstFrames.orElse(5),
        "before-frames must be fewer than burst-frames");
    that(
        clip.isEmpty() || clip.get().framesPerSecondOrDefault() >= framesPerSecond.orElse(2.0),
        "a clip's frames-per-second must be no fewer than the camera's");
    that(clip.isEmpty() || !every, "clip has no effect on every-frame");
    that(within(keepMb, 1, 10_000_000), "keep-mb must be at least 1");
  }

  /** A camera of some hardware with nothing said about how it is used. */
  public static CameraSettings plain(String hardware, String device) {
    return new CameraSettings(
        hardware,
        device,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** How often it looks. */
  public double framesPerSecondOrDefault() {
    return framesPerSecond.orElse(2.0);
  }

  /** How often the camera gives a frame: it looks at one of {@link #oneOf}. */
  public double cameraFramesPerSecond() {
    return clip.map(ClipSettings::framesPerSecondOrDefault).orElse(framesPerSecondOrDefault());
  }

  /** Of so many frames of the camera it looks at one. */
  public int oneOf() {
    return (int) Math.max(1, Math.round(cameraFramesPerSecond() / framesPerSecondOrDefault()));
  }

  /** What clips hold, where clips are kept. */
  public Optional<ClipRule> clipRule() {
    // A burst is told when it has its frames or was quiet, and some may be damaged or dark.
    var burst =
        Duration.ofMillis(Math.round(1e3 * burstFrames.orElse(5) / framesPerSecondOrDefault()));
    return clip.map(it -> it.rule(burst.plusSeconds(2)));
  }

  /** How long nothing must happen before an event is over. */
  public Duration quiet() {
    return Duration.ofSeconds(quietS.orElse(10));
  }

  /** Whether a detector of warm bodies wakes it. */
  public boolean listensToPir() {
    return isOneOf(trigger, Trigger.PIR, BOTH) && trigger.isPresent();
  }

  /**
   * How frames become events.
   *
   * @param felt whether a warm body is felt, or has been since this was asked last
   */
  public BurstRule rule(BooleanSupplier felt) {
    int frames = burstFrames.orElse(5);
    return switch (trigger.orElse(Trigger.MOTION)) {
      case Trigger.EVERY_FRAME ->
          new BurstRule(new Trigger.EveryFrame(), 1, 0, Duration.ZERO, Duration.ZERO);
      case Trigger.PIR -> rule(new Trigger.Pir(felt), frames);
      case BOTH -> rule(new Trigger.Both(motion(), new Trigger.Pir(felt)), frames);
      default -> rule(motion(), frames);
    };
  }

  private Trigger.Motion motion() {
    return new Trigger.Motion(leastPart.orElse(LEAST_PART));
  }

  private BurstRule rule(Trigger by, int frames) {
    return new BurstRule(by, frames, beforeFrames.orElse(Math.min(1, frames - 1)), quiet(), AGAIN);
  }

  /** Whether pictures of people may leave the station. */
  public boolean peopleMayLeave() {
    return people.filter(AS_THEY_ARE::equals).isPresent();
  }

  /** Bytes of pictures that are kept. */
  public long mostBytes() {
    return keepMb.orElse(2_000) * 1_000_000L;
  }

  private static boolean within(Optional<Integer> value, int least, int most) {
    return value.isEmpty() || (value.get() >= least && value.get() <= most);
  }

  private static boolean isOneOf(Optional<String> value, String... words) {
    return value.isEmpty() || List.of(words).contains(value.get());
  }

  private static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
