package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import java.util.HexFormat;
import java.util.List;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.station.look.Named;
import org.fieldstation.station.look.Sighting;
import org.fieldstation.station.media.Kept;
import org.fieldstation.station.media.Medium;

/**
 * The bodies of records about pictures as CBOR (RFC 8949), under the rules of {@link Bodies}.
 *
 * <pre>
 * event  = [camera: tstr, contexts: [* bstr], outcome: tstr, label: tstr, scientific-name: tstr, score: uint,
 *           threshold: uint, count: uint, length-ms: uint, trigger: tstr, media: [* sha256: bstr], ? clip: 1]
 *          ; outcome in the words of Camtrap DP; label empty where nothing was named; media without the blurred copies;
 *          ; clip 1 where a clip follows, as a medium of its own of the same time
 * medium = [sha256: bstr, media-type: tstr, size: uint, restricted: 0 / 1, taken-ms: int, of: bstr]
 *          ; taken after the event began, which is the record's time; of the original's hash when it is a blurred copy
 * </pre>
 */
public final class PictureBodies {
  private PictureBodies() {}

  public static byte[] event(String camera, List<byte[]> contexts, Kept kept) {
    Sighting seen = kept.sighting();
    var models = CBORObject.NewArray();
    contexts.forEach(models::Add);
    var media = CBORObject.NewArray();
    kept.media().stream()
        .filter(medium -> medium.of().isEmpty())
        .forEach(medium -> media.Add(hash(medium.sha256())));
    var event =
        CBORObject.NewArray()
            .Add(camera)
            .Add(models)
            .Add(seen.outcome().word())
            .Add(seen.named().map(named -> named.label().id()).orElse(""))
            .Add(seen.named().map(named -> named.label().scientificName()).orElse(""))
            .Add(seen.named().map(Named::score).map(PictureBodies::part).orElse(0))
            .Add(seen.named().map(Named::threshold).map(PictureBodies::part).orElse(0))
            .Add(seen.count())
            .Add(Math.max(0, seen.burst().length().toMillis()))
            .Add(seen.burst().trigger())
            .Add(media);
    if (seen.burst().filmed()) {
      event.Add(1);
    }
    return event.EncodeToBytes();
  }

  public static byte[] medium(Moment start, Medium medium) {
    return CBORObject.NewArray()
        .Add(hash(medium.sha256()))
        .Add(medium.mediaType())
        .Add(medium.size())
        .Add(medium.restricted() ? 1 : 0)
        .Add(medium.taken().uptime().minus(start.uptime()).toMillis())
        .Add(hash(medium.of()))
        .EncodeToBytes();
  }

  private static byte[] hash(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** In 1/10000, as scores of detections are. */
  private static int part(float score) {
    return Math.round(score * 10_000);
  }
}
