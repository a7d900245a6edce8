package org.fieldstation.station.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Which models are to hear which microphones. */
record Assignment(List<MicrophoneSettings> microphones, List<ModelSettings> models) {

  /**
   * Refuses what cannot have an effect: a model assigned to a microphone that is not there, and a
   * microphone that no model hears, whose time nobody would account for.
   */
  void check() {
    var names = microphones.stream().map(MicrophoneSettings::sensor).toList();
    for (var model : models) {
      for (var name : model.microphones().orElse(List.of())) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException(
              "model \"%s\" is to hear \"%s\", which is no microphone here; there are: %s"
                  .formatted(model.nameOrDefault(), name, list(names)));
        }
      }
    }
    for (var microphone : microphones) {
      if (models.stream().noneMatch(model -> model.hears(microphone))) {
        throw new IllegalArgumentException(
            "no model hears the microphone \"%s\"; name it in a model's microphones"
                .formatted(microphone.sensor()));
      }
    }
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
  }
}
