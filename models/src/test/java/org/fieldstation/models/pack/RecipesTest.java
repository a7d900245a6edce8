package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fieldstation.models.Label.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a recipe makes of the files it names, whatever is in them, must be a pack with nothing
 * missing.
 */
class RecipesTest {
  @TempDir private Path folder;

  private static Stream<String> recipes() {
    return Recipes.bundled().all().stream().map(Recipe::id);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void everyFileThatTheManifestNamesIsThereWhenItIsCooked(String id) throws IOException {
    var recipe = cooked(id);
    var reader = new PackReader(new PackFiles.Directory(folder));
    if (recipe.isRange()) {
      assertThat(folder.resolve(reader.range(RangeModel.MANIFEST).labels().file())).exists();
    } else {
      var manifest = reader.manifest(Packs.MANIFEST);
      assertThat(folder.resolve(manifest.model().file())).exists();
      assertThat(folder.resolve(manifest.labels().file())).exists();
      assertThat(manifest.id()).isEqualTo(id);
    }
  }

  @Test
  void labelsOfTheCatalogueAreTheOnesTheManifestMeans() throws IOException {
    cooked("coral-ssd-mobilenet-v2");
    var reader = new PackReader(new PackFiles.Directory(folder));
    var labels = reader.labels(reader.manifest(Packs.MANIFEST));
    assertThat(labels).hasSize(90);
    assertThat(labels.getFirst().group()).isEqualTo(Group.HUMAN);
    assertThat(labels.get(21))
        .matches(label -> label.id().equals("elephant") && label.group() == Group.SPECIES);
    assertThat(labels.get(7).group()).isEqualTo(Group.VEHICLE);
    assertThat(labels.get(11).threshold()).as("a number COCO has given to nothing").isEmpty();
  }

  private Recipe cooked(String id) throws IOException {
    var recipe = Recipes.bundled().find(id).orElseThrow();
    for (var part : recipe.file()) {
      Files.writeString(folder.resolve(part.name()), "Speech\nParus major\n");
    }
    Recipes.bundled().cook(recipe, folder);
    return recipe;
  }
}
