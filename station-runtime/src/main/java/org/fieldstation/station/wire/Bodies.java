package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.models.measures.Measure;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Embedding;
import org.fieldstation.station.identify.HumanHeard;
import org.fieldstation.station.identify.Rejection;

/**
 * The bodies of records as CBOR (RFC 8949). A reader ignores elements that it does not know at the
 * end of a list.
 *
 * <pre>
 * detection = [context: bstr, label: tstr, scientific-name: tstr, score: uint, threshold: uint, length-ms: uint
 *              ? (verdicts: [* tstr], weather: [* [quantity: tstr, value: float]])]
 *             ; score and threshold in 1/10000, time in the record's stamp
 * rejection = [context, label, scientific-name, score, threshold, length-ms, verdicts, weather, alike: uint]
 *             ; the last verdict is the reason; one record stands for so many alike in ten minutes
 * embedding = [context, label: tstr, scale: float, steps: bstr]   ; signed bytes, times scale
 * effort    = [sensor: tstr, boot-uptime-from-ms: uint, boot-uptime-to-ms: uint, effort: uint, reason: tstr]
 * fault     = [path: tstr, code: tstr, message: tstr]
 * boot      = [software: tstr, java: tstr]
 * context   = [model: tstr, version: tstr, sha256: tstr, software: tstr, configuration: tstr,
 *              ? microphone: tstr]   ; its name, at a station with several
 * reading   = [sensor: tstr, + [quantity: tstr, value: float, ? how: tstr]]
 *             ; SenML units, one for each quantity; a microphone's say how they were measured, unit
 *             ; first, and leave it out where it is that of the value before
 * contact   = [name: tstr, use: tstr, active: bool]   ; use: "tamper", "shutdown", "motion"
 * remote    = [by: tstr, what: tstr, id: tstr, state: tstr, detail: tstr]
 * update    = [outcome: tstr, release: tstr, reason: tstr, by: tstr]   ; outcome: trial, success, failed, …
 * clock     = [started-utc-ms-before: int, started-utc-ms-after: int, source: uint]
 * </pre>
 */
public final class Bodies {

  /**
   * Long enough that two contexts of one station never meet, short enough to stand in every
   * detection.
   */
  private static final int CONTEXT_BYTES = 8;

  private static final int LONGEST_MESSAGE = 300;
  private static final int LABEL = 1;
  private static final int HEARD = 6;

  /** The label of a detection whose species a server may not know. */
  public static final String WITHHELD = "withheld";

  private Bodies() {}

  public static byte[] detection(byte[] context, Detection heard) {
    return heard(context, heard).EncodeToBytes();
  }

  /**
   * A detection with what speaks for it.
   *
   * @param human whether somebody may be talking in the same window
   * @param weather at the time
   */
  public static byte[] detection(
      byte[] context, Detection heard, Optional<HumanHeard> human, List<Reading> weather) {
    var verdicts = verdicts(heard);
    human.ifPresent(voice -> verdicts.Add("voice " + Math.round(100 * voice.score())));
    return verdicts.size() == 0 && weather.isEmpty()
        ? detection(context, heard)
        : heard(context, heard).Add(verdicts).Add(quantities(weather)).EncodeToBytes();
  }

  /** A candidate that was not told, and why. */
  public static byte[] rejection(byte[] context, Rejection doubted, List<Reading> weather) {
    return heard(context, doubted.candidate())
        .Add(verdicts(doubted.candidate()))
        .Add(quantities(weather))
        .Add(doubted.alike())
        .EncodeToBytes();
  }

  /** What a model made of a window in which a label was heard or doubted. */
  public static byte[] embedding(byte[] context, String label, Embedding embedding) {
    return CBORObject.NewArray()
        .Add(context)
        .Add(label)
        .Add(embedding.scale())
        .Add(embedding.steps())
        .EncodeToBytes();
  }

  private static CBORObject heard(byte[] context, Detection heard) {
    return CBORObject.NewArray()
        .Add(context)
        .Add(heard.label().id())
        .Add(heard.label().scientificName())
        .Add(Math.round(heard.score() * 10_000))
        .Add(Math.round(heard.threshold() * 10_000))
        .Add(Math.round(heard.lengthSeconds() * 1_000));
  }

  private static CBORObject verdicts(Detection heard) {
    var all = CBORObject.NewArray();
    heard.verdicts().forEach(verdict -> all.Add(verdict.brief()));
    return all;
  }

  private static CBORObject quantities(List<Reading> readings) {
    var all = CBORObject.NewArray();
    readings.forEach(reading -> all.Add(quantity(reading)));
    return all;
  }

  private static CBORObject quantity(Reading reading) {
    var name = reading.quantity().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return CBORObject.NewArray().Add(name).Add(reading.value());
  }

  /**
   * The names in the body of a detection or rejection: the label and the scientific name.
   *
   * @throws WireException for a body that is neither
   */
  public static List<String> names(byte[] heard) {
    var parts = heard(heard);
    return List.of(parts.get(LABEL).AsString(), parts.get(LABEL + 1).AsString());
  }

  /**
   * A detection or rejection without its names and without what filters said of them: that
   * something was heard, and how surely.
   *
   * @throws WireException for a body that is neither
   */
  public static byte[] withoutName(byte[] heard) {
    var parts = heard(heard);
    var rest = CBORObject.NewArray().Add(parts.get(0)).Add(WITHHELD).Add("");
    for (int i = LABEL + 2; i < HEARD; i++) {
      rest.Add(parts.get(i));
    }
    return rest.EncodeToBytes();
  }

  private static CBORObject heard(byte[] body) {
    try {
      var parts = CBORObject.DecodeFromBytes(body);
      WireException.unless(
          parts.getType() == CBORType.Array && parts.size() >= HEARD, "not a detection");
      return parts;
    } catch (CBORException e) {
      throw new WireException("not a detection: " + e.getMessage(), e);
    }
  }

  public static byte[] reading(String sensor, List<Reading> readings) {
    var body = CBORObject.NewArray().Add(sensor);
    for (var reading : readings) {
      body.Add(quantity(reading));
    }
    return body.EncodeToBytes();
  }

  /** A reading of values that mean nothing without what they were measured by. */
  public static byte[] measures(String sensor, List<Measure> measures) {
    var body = CBORObject.NewArray().Add(sensor);
    var said = "";
    for (var measure : measures) {
      // Three decimals of a decibel, or seven digits of an index, are more than a microphone knows.
      var entry = CBORObject.NewArray().Add(measure.name()).Add((float) measure.value());
      body.Add(measure.how().equals(said) ? entry : entry.Add(measure.how()));
      said = measure.how();
    }
    return body.EncodeToBytes();
  }

  public static byte[] effort(Span span) {
    return CBORObject.NewArray()
        .Add(span.sensor())
        .Add(span.from().toMillis())
        .Add(span.to().toMillis())
        .Add(span.effort().code())
        .Add(span.reason())
        .EncodeToBytes();
  }

  public static byte[] fault(String path, String code, String message) {
    var brief = message.substring(0, Math.min(LONGEST_MESSAGE, message.length()));
    return CBORObject.NewArray().Add(path).Add(code).Add(brief).EncodeToBytes();
  }

  public static byte[] update(String outcome, String release, String reason, String by) {
    return CBORObject.NewArray().Add(outcome).Add(release).Add(reason).Add(by).EncodeToBytes();
  }

  public static byte[] boot(String software, String java) {
    return CBORObject.NewArray().Add(software).Add(java).EncodeToBytes();
  }

  public static byte[] context(
      String model,
      String version,
      String sha256,
      String software,
      String configuration,
      String microphone) {
    var body =
        CBORObject.NewArray().Add(model).Add(version).Add(sha256).Add(software).Add(configuration);
    return (microphone.isEmpty() ? body : body.Add(microphone)).EncodeToBytes();
  }

  /** What detections call a context by: the first bytes of its body's SHA-256. */
  public static byte[] nameOf(byte[] context) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(context);
      return Arrays.copyOf(hash, CONTEXT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static byte[] contact(String name, String use, boolean active) {
    return CBORObject.NewArray().Add(name).Add(use).Add(active).EncodeToBytes();
  }

  public static byte[] clock(long startedBefore, Moment now) {
    return CBORObject.NewArray()
        .Add(startedBefore)
        .Add(now.utc().minus(now.uptime()).toEpochMilli())
        .Add(now.source().code())
        .EncodeToBytes();
  }

  /** What came of something a server asked for, or of what was done about silence. */
  public static byte[] remote(String by, String what, String id, String state, String detail) {
    var brief = detail.substring(0, Math.min(LONGEST_MESSAGE, detail.length()));
    return CBORObject.NewArray().Add(by).Add(what).Add(id).Add(state).Add(brief).EncodeToBytes();
  }

  /** Any record's body in CBOR's diagnostic notation, for people. */
  public static String readable(byte[] body) {
    try {
      return CBORObject.DecodeFromBytes(body).ToJSONString();
    } catch (RuntimeException e) { // the library throws several kinds for bytes that are not CBOR
      throw new WireException("a body that is not CBOR: " + e.getMessage(), e);
    }
  }

  /** What was named, of all that a detection says. */
  public record Named(String label, String scientificName, double score) {}

  /** The name in a detection's body; empty when the body is none. */
  public static Optional<Named> named(byte[] body) {
    return Optional.ofNullable(Shape.split(body))
        .map(parts ->
            new Named(
                parts.shape().label(), parts.shape().scientificName(), parts.score() / 10_000.0));
  }
}
