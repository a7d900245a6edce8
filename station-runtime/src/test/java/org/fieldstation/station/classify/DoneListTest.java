package org.fieldstation.station.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output that is broken off anywhere and gone on with is the output that was not. */
class DoneListTest {
  @TempDir private Path folder;

  private Path output;
  private Path list;
  private List<Path> files = List.of();

  @BeforeEach
  void files() throws IOException {
    output = folder.resolve("out.csv");
    list = folder.resolve("out.csv.done");
    files = IntStream.range(0, 20).mapToObj(i -> folder.resolve("鸟 100%\t" + i + ".jpg")).toList();
    for (var file : files) {
      Files.writeString(file, file.toString());
    }
  }

  @Test
  void whereverTheDiskWasCutNothingIsMissingAndNothingIsThereTwice() throws IOException {
    work(files.size());
    var whole = Files.readString(output);
    long seed = 20261127;
    var random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Files.delete(output);
      begin(random.nextInt(files.size()));
      // The output may be longer than what the list knows, the list may end in half a line.
      cut(list, random.nextInt(1, (int) Files.size(list) + 1));
      Files.writeString(output, Files.readString(output) + "half a li");
      work(files.size());
      assertThat(output).as("seed %d, round %d", seed, round).hasContent(whole.strip());
      assertThat(list).doesNotExist();
    }
  }

  @Test
  void goingOnWithSomethingElseIsRefused() throws IOException {
    begin(3);
    assertThatThrownBy(() -> DoneList.open(output, "another model"))
        .hasMessageContaining("was begun with another model or other options");
  }

  @Test
  void aFileThatHasChangedSinceIsNotPassedOver() throws IOException {
    begin(3);
    Files.writeString(files.get(1), "changed");
    try (var done = DoneList.open(output, "model")) {
      assertThatThrownBy(() -> done.left(files)).hasMessageContaining("has changed since");
    }
  }

  private void begin(int count) throws IOException {
    try (var done = DoneList.open(output, "model")) {
      write(done, done.left(files).subList(0, count));
    }
  }

  private void work(int count) throws IOException {
    try (var done = DoneList.open(output, "model")) {
      var left = done.left(files);
      write(done, left.subList(0, Math.min(count, left.size())));
      done.complete();
    }
  }

  private static void write(DoneList done, List<Path> files) {
    if (done.fresh()) {
      done.writer().println("header");
    }
    for (var file : files) {
      done.writer().println("what is in " + file);
      done.done(file);
    }
  }

  private static void cut(Path file, int length) throws IOException {
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, Math.min(length, bytes.length)));
  }
}
