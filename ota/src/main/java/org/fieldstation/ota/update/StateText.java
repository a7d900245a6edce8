package org.fieldstation.ota.update;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.Json.Truth;
import org.fieldstation.ota.json.Json.Whole;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.update.State.Job;
import org.fieldstation.ota.update.State.Proof;
import org.fieldstation.ota.update.State.Tries;

/** A state as JSON and back. */
final class StateText {
  private static final long SCHEMA = 1;

  private StateText() {}

  static Fields write(State state, long generation) {
    var json = new TreeMap<String, Json>();
    json.put("schema", Json.whole(SCHEMA));
    json.put("generation", Json.whole(generation));
    json.put("phase", Json.text(state.phase().name()));
    json.put("job", job(state.job()));
    json.put("tries", tries(state.tries()));
    json.put("proof", proof(state.proof()));
    json.put("result", Json.text(state.verdict().result().name()));
    json.put("reason", Json.text(state.verdict().reason()));
    json.put("epoch", Json.whole(state.epoch()));
    json.put("bad", new Items(state.bad().stream().sorted().map(Json::text).toList()));
    return Fields.of(json);
  }

  private static Json job(Job job) {
    return Fields.of(
        Map.of(
            "release", Json.text(job.release()),
            "slot", Json.text(job.slot()),
            "manifest", Json.text(job.manifest()),
            "epoch", Json.whole(job.epoch()),
            "wanted", Json.whole(job.wanted())));
  }

  private static Json tries(Tries tries) {
    return Fields.of(
        Map.of(
            "begun", Json.whole(tries.begun()),
            "bytes", Json.whole(tries.bytes()),
            "silences", Json.whole(tries.silences())));
  }

  private static Json proof(Proof proof) {
    return Fields.of(
        Map.of(
            "seconds", Json.whole(proof.seconds()),
            "healthy", new Truth(proof.healthy()),
            "contact-needed", new Truth(proof.contactNeeded())));
  }

  static State read(Fields json) {
    if (json.whole("schema") != SCHEMA) {
      throw new JsonException("a state of another schema");
    }
    var job = json.fields("job");
    var tries = json.fields("tries");
    var proof = json.fields("proof");
    return new State(
        word(Phase.class, json.text("phase")),
        new Job(
            job.text("release"),
            job.text("slot"),
            job.text("manifest"),
            job.whole("epoch"),
            later(job, "wanted")),
        new Tries(tries.whole("begun"), tries.whole("bytes"), later(tries, "silences")),
        new Proof(proof.whole("seconds"), proof.truth("healthy"), proof.truth("contact-needed")),
        new Verdict(word(Verdict.Result.class, json.text("result")), json.text("reason")),
        json.whole("epoch"),
        json.items("bad").stream()
            .map(slot -> slot.as(Text.class, "bad").value())
            .collect(Collectors.toSet()));
  }

  /** A field that the first releases did not write: the newer one reads what the older left. */
  private static long later(Fields json, String name) {
    return json.find(name).map(value -> value.as(Whole.class, name).value()).orElse(0L);
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(word)) {
        return constant;
      }
    }
    throw new JsonException("no " + type.getSimpleName() + " is called " + word);
  }
}
