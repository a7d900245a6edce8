package org.fieldstation.station.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlBindOptions;
import org.tomlj.TomlTable;

/**
 * The models that name the sounds, as one table {@code [model]} or as several {@code [[model]]},
 * the most important first: when the machine cannot keep up, the last one rests first.
 */
public record ModelsSettings(List<ModelSettings> models) {

  /** The pack that comes with the station. */
  public static final ModelsSettings BUNDLED = new ModelsSettings(List.of(ModelSettings.BUNDLED));

  public ModelsSettings {
    models = List.copyOf(models);
    var names = new HashSet<String>();
    for (var model : models) {
      if (!names.add(model.nameOrDefault())) {
        throw new IllegalArgumentException(
            "two models are named \"" + model.nameOrDefault() + "\"; give each a name of its own");
      }
    }
  }

  static ModelsSettings of(Object given, TomlBindOptions options) {
    return switch (given) {
      case TomlTable one -> new ModelsSettings(List.of(one.as(ModelSettings.class, options)));
      case TomlArray several -> new ModelsSettings(each(several, options));
      default -> throw new IllegalArgumentException("model is a table");
    };
  }

  private static List<ModelSettings> each(TomlArray several, TomlBindOptions options) {
    var models = new ArrayList<ModelSettings>();
    for (int i = 0; i < several.size(); i++) {
      if (!(several.get(i) instanceof TomlTable table)) {
        throw new IllegalArgumentException("model is a table, or several [[model]]");
      }
      models.add(table.as(ModelSettings.class, options));
    }
    return models;
  }
}
