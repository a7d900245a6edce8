package org.fieldstation.station.wire;

import com.upokecenter.cbor.CBORObject;
import java.util.Optional;
import org.fieldstation.models.ModelCard;

/**
 * The bodies of records about models, as CBOR.
 *
 * <pre>
 * model = [what: tstr, model: tstr, pack: tstr, version: tstr, sha256: tstr, detail: tstr]
 *         ; what: in-use, refused, self-test-passed, self-test-failed, rests, is-back
 *         ; pack, version and sha256 are empty where no pack could be had
 * </pre>
 */
public final class ModelBodies {
  private static final int LONGEST_DETAIL = 300;

  private ModelBodies() {}

  /** Something that happened to one of the station's models. */
  public static byte[] event(String what, String model, Optional<ModelCard> card, String detail) {
    return CBORObject.NewArray()
        .Add(what)
        .Add(model)
        .Add(card.map(ModelCard::id).orElse(""))
        .Add(card.map(ModelCard::version).orElse(""))
        .Add(card.map(ModelCard::sha256).orElse(""))
        .Add(detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())))
        .EncodeToBytes();
  }
}
