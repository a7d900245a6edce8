package org.fieldstation.station.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few words that outlive a power cut. */
class NotebookTest {
  @TempDir Path folder;

  @Test
  void whatWasPutIsThereAfterARestartWhateverItsLettersAre() throws IOException {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      var word = new StringBuilder();
      for (int j = 0; j < random.nextInt(12); j++) {
        word.append("a\\nr\n\r\t\"锯 ".charAt(random.nextInt(10)));
      }
      open().put("word", word.toString());
      assertThat(open().get("word")).as("seed 5, round %d", i).contains(word.toString());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void severalArePutAtOnceOrNotAtAll() throws IOException {
    open().put(Map.of("a", "1", "b", "2"));
    Files.writeString(folder.resolve("book.part"), "half of a wri"); // a cut before the rename
    assertThat(open().under("")).containsEntry("a", "1").containsEntry("b", "2").hasSize(2);
    open().put("c", "3");
    assertThat(open().under("")).hasSize(3);
  }

  @Test
  void damageCostsTheLineItIsIn() throws IOException {
    Files.writeString(file(), "no tab\n\t\nname\tword\n\u0000\u0001");
    assertThat(open().under("")).containsExactly(Map.entry("name", "word"));
  }

  private Path file() {
    return folder.resolve("book");
  }

  private Notebook open() {
    return new Notebook(new KeptFile(file()));
  }
}
