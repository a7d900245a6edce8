package org.fieldstation.station.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.fieldstation.models.Label;
import org.fieldstation.models.pack.InputSettings;
import org.fieldstation.models.pack.Manifest;
import org.fieldstation.models.pack.Pack;
import org.fieldstation.station.text.JsonLine;

/** A pack's card as people read it, and as programs do: one line for the pack, one a label. */
record ModelCardText(Pack pack) {

  Stream<Object> text() {
    var manifest = pack.manifest();
    return Stream.concat(
        Stream.of(
            manifest.title(),
            "pack      %s %s".formatted(manifest.id(), manifest.version()),
            "licence   " + manifest.licence(),
            "cite      " + manifest.citation(),
            "origin    " + manifest.origin(),
            "model     %s, sha256 %s".formatted(manifest.model().file(), manifest.model().sha256()),
            "input     " + input(manifest),
            "output    " + word(manifest.output().activation()),
            "golden    %d known answers".formatted(manifest.goldens().size()),
            "labels    %d: label, told from, group, names".formatted(pack.card().labels().size())),
        pack.card().labels().stream().map(ModelCardText::line));
  }

  Stream<Object> json() {
    var manifest = pack.manifest();
    var card =
        new JsonLine()
            .put("id", manifest.id())
            .put("version", manifest.version())
            .put("title", manifest.title())
            .put("licence", manifest.licence())
            .put("citation", manifest.citation())
            .put("origin", manifest.origin())
            .put("sha256", manifest.model().sha256())
            .put("activation", word(manifest.output().activation()))
            .put("golden", manifest.goldens().size());
    manifest
        .input()
        .ifPresent(sound ->
            card.put("sample_rate_hz", sound.sampleRateHz())
                .put("window_samples", sound.windowSamples())
                .put("hop_samples", sound.hopSamples())
                .put("front_end", word(sound.frontEnd())));
    manifest
        .picture()
        .ifPresent(picture ->
            card.put("width", picture.width())
                .put("height", picture.height())
                .put("resize", word(picture.resize()))
                .put("boxes", manifest.boxes().map(boxes -> word(boxes.layout())).orElse("")));
    return Stream.concat(Stream.of(card), pack.card().labels().stream().map(ModelCardText::object));
  }

  private static String input(Manifest manifest) {
    return manifest.input().map(ModelCardText::sound).orElseGet(() -> picture(manifest));
  }

  private static String sound(InputSettings input) {
    return String.format(
        Locale.ROOT,
        "%d Hz, %.2f s windows every %.2f s, front end %s",
        input.sampleRateHz(),
        (double) input.windowSamples() / input.sampleRateHz(),
        (double) input.hopSamples() / input.sampleRateHz(),
        word(input.frontEnd()));
  }

  private static String picture(Manifest manifest) {
    var picture = manifest.image();
    return "pictures %d x %d, %s, %s%s"
        .formatted(
            picture.width(),
            picture.height(),
            word(picture.colour()),
            word(picture.resize()),
            manifest.boxes().map(boxes -> ", boxes " + word(boxes.layout())).orElse(""));
  }

  private static Object line(Label label) {
    var threshold =
        label.threshold().isPresent()
            ? String.format(Locale.ROOT, "%.2f", label.threshold().getAsDouble())
            : "never";
    return "  %-24s %-6s %-13s %s"
        .formatted(
            label.id(),
            threshold,
            word(label.group()),
            String.join(
                ", ",
                Stream.of(label.scientificName(), label.en(), label.zh())
                    .filter(name -> !name.isEmpty())
                    .toList()));
  }

  private static Object object(Label label) {
    var line =
        new JsonLine()
            .put("label", label.id())
            .put("scientific_name", label.scientificName())
            .put("en", label.en())
            .put("zh", label.zh())
            .put("group", word(label.group()))
            .put("threshold", label.threshold().orElse(Double.NaN), 4);
    label.gbif().ifPresent(key -> line.put("gbif_key", key));
    return line;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
