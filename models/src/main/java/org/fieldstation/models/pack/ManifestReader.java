package org.fieldstation.models.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.frontend.Level;
import org.fieldstation.models.frontend.LogMelSettings;
import org.fieldstation.models.frontend.PcenSettings;
import org.fieldstation.models.image.BoxSettings;
import org.fieldstation.models.image.Drawing;
import org.fieldstation.models.image.Fit;
import org.fieldstation.models.image.PictureSettings;
import org.fieldstation.models.image.Resize;
import org.tomlj.Toml;
import org.tomlj.TomlBindException;
import org.tomlj.TomlBindOptions;
import org.tomlj.TomlParseException;

/** Reads manifests; every fault in one is named with its line and column. */
final class ManifestReader {
  private final TomlBindOptions options =
      TomlBindOptions.defaults()
          .withKeyNaming(TomlBindOptions.KeyNaming.KEBAB_CASE)
          .withConverter(Manifest.Kind.class, named(Manifest.Kind.values()))
          .withConverter(Manifest.Activation.class, named(Manifest.Activation.values()))
          .withConverter(InputSettings.Kind.class, named(InputSettings.Kind.values()))
          .withConverter(Formula.class, named(Formula.values()))
          .withConverter(Drawing.class, named(Drawing.values()))
          .withConverter(PictureSettings.Colour.class, named(PictureSettings.Colour.values()))
          .withConverter(Resize.class, named(Resize.values()))
          .withConverter(Fit.class, named(Fit.values()))
          .withConverter(BoxSettings.Layout.class, named(BoxSettings.Layout.values()))
          .withConverter(Level.class, named(Level.values()))
          .withConverter(LogMelSettings.Normalise.class, named(LogMelSettings.Normalise.values()))
          .withConverter(PcenSettings.Start.class, named(PcenSettings.Start.values()));

  /**
   * Reads one.
   *
   * @param where what messages call it
   * @throws ModelException BAD_MANIFEST
   */
  Manifest read(byte[] toml, String where) {
    return read(toml, where, Manifest.class);
  }

  /** Reads that of a model of ranges. */
  RangeManifest range(byte[] toml, String where) {
    return read(toml, where, RangeManifest.class);
  }

  private <T> T read(byte[] toml, String where, Class<T> type) {
    try {
      return Toml.parseAs(new String(toml, StandardCharsets.UTF_8), type, options);
    } catch (TomlBindException e) {
      throw bad(where, e.errors());
    } catch (TomlParseException e) {
      throw bad(where, e.errors());
    }
  }

  private static ModelException bad(String where, List<?> errors) {
    var faults = errors.stream().map(String::valueOf).collect(Collectors.joining("; "));
    return new ModelException(Code.BAD_MANIFEST, where + ": " + faults);
  }

  /** Reads LOG_MEL from {@code "log-mel"}. */
  private static <E extends Enum<E>> Function<Object, E> named(E[] values) {
    return given ->
        Arrays.stream(values)
            .filter(value -> name(value).equals(given))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(notOneOf(given, values)));
  }

  private static String notOneOf(Object given, Enum<?>[] values) {
    var names = Arrays.stream(values).map(ManifestReader::name).collect(Collectors.joining(", "));
    return "\"%s\" is not one of %s".formatted(given, names);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
