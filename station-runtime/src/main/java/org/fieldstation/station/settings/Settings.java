package org.fieldstation.station.settings;

import java.util.List;
import java.util.Optional;

/**
 * A station's configuration, as its file says it. Keys are the components' names with dashes; a key
 * that is not here is an error, because a setting without an effect is one that somebody trusts in
 * vain.
 */
public record Settings(
    StationSettings station,
    Optional<SiteSettings> site,
    Optional<BoardSettings> board,
    Optional<MicrophonesSettings> microphone,
    Optional<List<SensorSettings>> sensor,
    Optional<ModelsSettings> model,
    Optional<IdentifySettings> identify,
    Optional<MeasuresSettings> measures,
    Optional<JournalSettings> journal,
    Optional<UpdateSettings> update,
    Optional<List<CentralSettings>> central,
    Optional<List<LinkSettings>> link,
    Optional<SilenceSettings> silence,
    Optional<CameraSettings> camera) {

  public Settings {
    if (measures.isPresent() && microphone.isEmpty()) {
      throw new IllegalArgumentException("[measures] has no effect without a [microphone]");
    }
    new Assignment(
            microphone.map(MicrophonesSettings::microphones).orElse(List.of()),
            model.orElse(ModelsSettings.BUNDLED).models())
        .check();
    if (board.isEmpty()) {
      boolean unnamed =
          microphone.stream()
                  .flatMap(it -> it.microphones().stream())
                  .anyMatch(it -> it.hardware().isEmpty())
              || sensor.orElse(List.of()).stream().anyMatch(it -> it.hardware().isEmpty());
      if (unnamed) {
        throw new IllegalArgumentException(
            "a device without hardware; add [board] with a profile, or write hardware = \"linux\"");
      }
    }
  }

  /** What it hears with. */
  public List<MicrophoneSettings> microphones() {
    return microphone.map(MicrophonesSettings::microphones).orElse(List.of());
  }

  /** The models that hear a microphone, most important first. */
  public List<ModelSettings> models(MicrophoneSettings microphone) {
    return models().stream().filter(model -> model.hears(microphone)).toList();
  }

  /** The models, most important first; the bundled one when none is named. */
  public List<ModelSettings> models() {
    return model.orElse(ModelsSettings.BUNDLED).models();
  }

  /** How scores become detections, with the defaults filled in. */
  public IdentifySettings identifyOrDefault() {
    return identify.orElse(IdentifySettings.DEFAULT);
  }

  /** The hardware of a device: its own, or the board's. */
  public String hardware(Optional<String> own) {
    return own.orElseGet(() -> board.orElseThrow().board().hardware());
  }

  /** The place of a device on that hardware, by the names of the board. */
  public String place(Optional<String> own, String at) {
    return board
        .map(BoardSettings::board)
        .filter(it -> it.hardware().equals(hardware(own)))
        .map(it -> it.place(at))
        .orElse(at);
  }

  /** The weather sensors. */
  public List<SensorSettings> sensors() {
    return sensor.orElse(List.of());
  }

  /** The servers, none when the station is to keep everything for a visitor. */
  public List<CentralSettings> centrals() {
    return central.orElse(List.of());
  }

  /** The links that something is to be said about. */
  public List<LinkSettings> links() {
    return link.orElse(List.of());
  }

  /** How long records are kept and how many, with the defaults filled in. */
  public JournalSettings journalOrDefault() {
    return journal.orElse(JournalSettings.DEFAULT);
  }
}
