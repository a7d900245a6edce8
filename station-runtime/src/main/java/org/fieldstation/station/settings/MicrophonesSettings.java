package org.fieldstation.station.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlBindOptions;
import org.tomlj.TomlTable;

/**
 * What a station hears with, as one table {@code [microphone]} or several {@code [[microphone]]}.
 */
public record MicrophonesSettings(List<MicrophoneSettings> microphones) {

  public MicrophonesSettings {
    microphones = List.copyOf(microphones);
    var names = new HashSet<String>();
    for (var microphone : microphones) {
      if (!names.add(microphone.sensor())) {
        throw new IllegalArgumentException(
            "two microphones are named \"%s\"; give each a name of its own"
                .formatted(microphone.sensor()));
      }
    }
  }

  static MicrophonesSettings of(Object given, TomlBindOptions options) {
    return switch (given) {
      case TomlTable one ->
          new MicrophonesSettings(List.of(one.as(MicrophoneSettings.class, options)));
      case TomlArray several -> new MicrophonesSettings(each(several, options));
      default -> throw new IllegalArgumentException("microphone is a table");
    };
  }

  private static List<MicrophoneSettings> each(TomlArray several, TomlBindOptions options) {
    var microphones = new ArrayList<MicrophoneSettings>();
    for (int i = 0; i < several.size(); i++) {
      if (!(several.get(i) instanceof TomlTable table)) {
        throw new IllegalArgumentException("microphone is a table, or several [[microphone]]");
      }
      microphones.add(table.as(MicrophoneSettings.class, options));
    }
    return microphones;
  }
}
