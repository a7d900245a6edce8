package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.List;
import java.util.Optional;
import org.fieldstation.models.Label;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.Heard;
import org.fieldstation.station.now.Listening;
import org.fieldstation.station.now.News;
import org.jspecify.annotations.Nullable;

/**
 * What the station hears: loudness (3324) and noise (3433) for any server, Recorder and Detection
 * for one that knows us. Levels are below full scale, because the microphone is not calibrated.
 */
public record SoundObjects(Bulletin bulletin, boolean coarse) {
  private static final int RECORDER = 26252;
  private static final int DETECTION = 26254;
  private static final int TIMESTAMP = 5518;

  public SoundObjects(Premises premises) {
    this(premises.bulletin(), premises.coarse());
  }

  /** The shelf with them. */
  public ObjectShelf on(ObjectShelf shelf) {
    var all =
        shelf
            .with(new ShelfObject(3324, StandardObjects.of(3324), () -> List.of(loudness())))
            .with(new ShelfObject(3433, StandardObjects.of(3433), () -> List.of(noise())))
            .with(ShelfObject.defined(RECORDER, () -> List.of(recorder())));
    return coarse ? all : all.with(ShelfObject.defined(DETECTION, () -> List.of(detection())));
  }

  private FieldInstance loudness() {
    return new FieldInstance(0)
        .with(5700, Field.decimal(() -> bulletin.level().orElse(null)))
        .with(5701, Field.text(() -> "dBFS"))
        .with(TIMESTAMP, Field.time(() -> bulletin.judged().orElse(null)))
        .changesWith(News.Judged.class::isInstance, 5700, TIMESTAMP);
  }

  private FieldInstance noise() {
    return new FieldInstance(0)
        .with(2, Field.truth(this::alarming))
        .with(3, Field.decimal(() -> bulletin.level().orElse(null)))
        .with(TIMESTAMP, Field.time(() -> bulletin.judged().orElse(null)))
        .changesWith(News.Judged.class::isInstance, 2, 3, TIMESTAMP);
  }

  /** The last window held something from the list of threats. */
  private @Nullable Boolean alarming() {
    return bulletin
        .judged()
        .map(last ->
            bulletin
                .heard()
                .filter(heard -> heard.at().equals(last))
                .filter(heard -> heard.detection().label().group() == Label.Group.THREAT)
                .isPresent())
        .orElse(null);
  }

  private FieldInstance recorder() {
    return new FieldInstance(0)
        .with(0, Field.text(() -> bulletin.listening().map(Listening::microphone).orElse(null)))
        .with(
            1,
            Field.integer(() -> bulletin.listening().map(how -> (long) how.rateHz()).orElse(null)))
        .with(2, Field.text(() -> bulletin.listening().map(Listening::model).orElse(null)))
        .with(3, Field.integer(bulletin::windows))
        .with(4, Field.integer(bulletin::detections))
        .with(5, Field.time(() -> bulletin.judged().orElse(null)))
        .with(6, Field.decimal(() -> bulletin.level().orElse(null)))
        .changesWith(News.Condition.class::isInstance, 0, 1, 2)
        .changesWith(News.Judged.class::isInstance, 3, 4, 5, 6);
  }

  private FieldInstance detection() {
    return new FieldInstance(0)
        .with(0, Field.text(() -> label().map(Label::id).orElse(null)))
        .with(1, Field.text(() -> label().map(Label::scientificName).orElse(null)))
        .with(2, Field.text(() -> label().map(Label::en).orElse(null)))
        .with(3, Field.text(() -> label().map(Label::zh).orElse(null)))
        .with(
            4,
            Field.decimal(
                () -> bulletin.heard().map(it -> round(it.detection().score())).orElse(null)))
        .with(
            5,
            Field.decimal(
                () -> bulletin.heard().map(it -> round(it.detection().threshold())).orElse(null)))
        .with(6, Field.time(() -> bulletin.heard().map(Heard::at).orElse(null)))
        .with(
            7,
            Field.decimal(
                () -> bulletin.heard().map(it -> it.detection().lengthSeconds()).orElse(null)))
        .changesWith(News.Named.class::isInstance, 0, 1, 2, 3, 4, 5, 6, 7);
  }

  private Optional<Label> label() {
    return bulletin.heard().map(it -> it.detection().label());
  }

  /** As records have it: the fourth decimal is the last that means anything. */
  private static double round(float score) {
    return Math.round(score * 10_000) / 10_000.0;
  }
}
