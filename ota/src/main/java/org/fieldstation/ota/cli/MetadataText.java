package org.fieldstation.ota.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.trust.Envelope;

/** What a piece of metadata says, as lines for whoever is asked to sign it. */
final class MetadataText {
  /** As many letters of a key's id as people compare. */
  private static final int SHORT = 12;

  private MetadataText() {}

  /** The first line says what it is and who signed it; whether they may is the root's business. */
  static List<String> of(byte[] file) {
    var envelope = Envelope.read(file);
    var signed = envelope.signed();
    var role = signed.text("_type");
    var lines = new ArrayList<String>();
    lines.add(
        "%s %d, expires %s, signed by %s"
            .formatted(
                role, signed.whole("version"), signed.text("expires"), ids(envelope.signatures())));
    switch (role) {
      case "root" ->
          signed.fields("roles").values().forEach((name, who) -> lines.add(role(name, who)));
      case "targets" ->
          signed
              .fields("targets")
              .values()
              .forEach((name, target) -> lines.add(target(name, target)));
      default ->
          signed
              .fields("meta")
              .values()
              .forEach((name, meta) ->
                  lines.add(
                      "  %s %d".formatted(name, meta.as(Fields.class, name).whole("version"))));
    }
    return lines;
  }

  private static String ids(java.util.Map<String, String> signatures) {
    return signatures.isEmpty()
        ? "nobody yet"
        : new TreeSet<>(signatures.keySet())
            .stream().map(MetadataText::brief).collect(Collectors.joining(" and "));
  }

  private static String brief(String id) {
    return id.substring(0, Math.min(SHORT, id.length()));
  }

  private static String role(String name, Json who) {
    var keys = who.as(Fields.class, name);
    return "  %s: %d of %s"
        .formatted(
            name,
            keys.whole("threshold"),
            keys.items("keyids").stream()
                .map(id -> brief(id.as(Text.class, "keyid").value()))
                .collect(Collectors.joining(" ")));
  }

  private static String target(String name, Json json) {
    var target = json.as(Fields.class, name);
    var custom = target.find("custom").map(one -> one.as(Fields.class, "custom"));
    var promises =
        custom.stream()
            .flatMap(fields -> fields.values().entrySet().stream())
            .map(entry -> entry.getKey() + " " + plain(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "  %s, sha256 %s, %s".formatted(name, target.fields("hashes").text("sha256"), promises);
  }

  private static String plain(Json value) {
    return switch (value) {
      case Text text -> text.value();
      case Items items ->
          items.values().stream().map(MetadataText::plain).collect(Collectors.joining(" "));
      case Json.Whole whole -> Long.toString(whole.value());
      default -> value.toString();
    };
  }
}
