package org.fieldstation.models.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.Sha256;
import org.tomlj.Toml;
import org.tomlj.TomlBindOptions;

/** The recipes of public models, and what makes a pack of the files that one names. */
public final class Recipes {
  private static final PackFiles.Resources RESOURCES =
      new PackFiles.Resources("/org/fieldstation/models/catalogue/");
  private static final Pattern HASH_OF = Pattern.compile("@([A-Za-z0-9._-]+)@");
  private static final String LABELS = "labels.tsv";

  private final List<Recipe> all;

  private record File(List<Recipe> recipe) {}

  private Recipes(String toml) {
    var options =
        TomlBindOptions.defaults()
            .withKeyNaming(TomlBindOptions.KeyNaming.KEBAB_CASE)
            .withConverter(URI.class, value -> URI.create((String) value));
    all = List.copyOf(Toml.parseAs(toml, File.class, options).recipe());
  }

  /** Those that come with the program. */
  public static Recipes bundled() {
    return new Recipes(text("recipes.toml"));
  }

  /** Recipes of somebody's own; their manifests are still the catalogue's. */
  static Recipes of(String toml) {
    return new Recipes(toml);
  }

  public List<Recipe> all() {
    return all;
  }

  public Optional<Recipe> find(String id) {
    return all.stream().filter(recipe -> recipe.id().equals(id)).findFirst();
  }

  /**
   * Makes a pack of a folder that holds a recipe's files, whose hashes have been compared: its
   * labels, if they do not come whole, and its manifest.
   */
  public void cook(Recipe recipe, Path folder) {
    try {
      if (recipe.namedLabels().isPresent()) {
        Files.write(folder.resolve(LABELS), labels(recipe.namedLabels().get(), folder));
      }
      if (recipe.labels().isPresent()) {
        Files.writeString(folder.resolve(recipe.labels().get()), text(recipe.labels().get()));
      }
      var name = recipe.isRange() ? RangeModel.MANIFEST : Packs.MANIFEST;
      Files.writeString(folder.resolve(name), manifest(recipe, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written; check space", e);
    }
  }

  private static byte[] labels(Recipe.NamedLabels named, Path folder) throws IOException {
    var names = NameTable.column(Files.readString(folder.resolve(named.names())));
    var maker =
        new LabelsMaker(
            table(named.en(), folder),
            table(named.zh(), folder),
            named.species(),
            named.threshold());
    return maker.of(names);
  }

  private static Map<String, String> table(Optional<String> file, Path folder) throws IOException {
    return file.isEmpty() ? Map.of() : NameTable.json(Files.readString(folder.resolve(file.get())));
  }

  private static String manifest(Recipe recipe, Path folder) {
    return HASH_OF
        .matcher(text(recipe.manifest()))
        .replaceAll(found -> Matcher.quoteReplacement(hash(folder.resolve(found.group(1)))));
  }

  private static String hash(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new ModelException(Code.ABSENT, "%s: cannot be read (%s)".formatted(file, e), e);
    }
  }

  private static String text(String name) {
    try (var in = RESOURCES.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCES.where(name), e);
    }
  }
}
