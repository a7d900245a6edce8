package org.fieldstation.ota.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.json.JsonReader;
import org.fieldstation.ota.publish.Cost;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.trust.Publishable;
import org.fieldstation.ota.trust.TrustException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a file of a repository says, before anybody signs or believes it. */
@Command(
    name = "inspect",
    description =
        "What a file of a repository says: of a manifest what it costs over the air, of a draft or"
            + " of metadata what is in it and who signed it.",
    mixinStandardHelpOptions = true)
final class Inspect implements Callable<Integer> {
  private static final int NO = 1;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "a manifest, a draft or metadata")
  private Path file = Path.of("manifest");

  @Option(
      names = "--from",
      paramLabel = "MANIFEST",
      description = "of a manifest: for a station that runs this one")
  private Optional<Path> older = Optional.empty();

  @Option(
      names = "--root",
      paramLabel = "ROOT.json",
      description =
          "of metadata: whether enough of those signed it whom this root names; exit 1"
              + " when not")
  private Optional<Path> root = Optional.empty();

  @Override
  public Integer call() throws IOException {
    var bytes = Files.readAllBytes(file);
    try {
      var json = JsonReader.read(bytes).as(Fields.class, "the file");
      return json.find("signed").isPresent() ? metadata(bytes) : manifest(bytes);
    } catch (JsonException e) {
      throw new JsonException(
          file + ": neither a manifest nor metadata of a repository: " + e.getMessage());
    }
  }

  private int manifest(byte[] bytes) throws IOException {
    var before = Optional.<Manifest>empty();
    if (older.isPresent()) {
      before = Optional.of(Manifest.read(Files.readAllBytes(older.get())));
    }
    spec.commandLine().getOut().println(new Cost(Manifest.read(bytes)).said(before));
    return 0;
  }

  private int metadata(byte[] bytes) throws IOException {
    var out = spec.commandLine().getOut();
    MetadataText.of(bytes).forEach(out::println);
    if (root.isEmpty()) {
      return 0;
    }
    try {
      Publishable.check(Files.readAllBytes(root.get()), bytes);
      out.println("enough signatures");
      return 0;
    } catch (TrustException e) {
      out.println("not enough: " + e.getMessage());
      return NO;
    }
  }
}
