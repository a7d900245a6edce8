package org.fieldstation.ota.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fieldstation.ota.publish.BundleTerms;
import org.fieldstation.ota.publish.Publisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is brought beside releases. */
@Command(
    name = "bundle",
    description =
        "Adds a model pack, or a station's configuration, and drafts the new list of releases. A"
            + " server brings it to a station through object 9.",
    mixinStandardHelpOptions = true)
final class Bundle implements Callable<Integer> {

  /** What a bundle can be. */
  enum Kind {
    MODEL_PACK("model-pack"),
    CONFIGURATION("configuration");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private final InstantSource clock;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "REPOSITORY")
  private Path repository = Path.of("repository");

  @Parameters(
      index = "1",
      paramLabel = "KIND",
      description = "${COMPLETION-CANDIDATES}",
      converter = Kinds.class)
  private Kind kind = Kind.MODEL_PACK;

  @Parameters(
      index = "2",
      paramLabel = "NAME",
      description = "the pack's id, or the station's name")
  private String name = "";

  @Parameters(
      index = "3",
      paramLabel = "VERSION",
      description = "the file is named KIND-NAME-VERSION.manifest")
  private String version = "";

  @Parameters(
      index = "4",
      paramLabel = "FOLDER",
      description = "the pack, or a folder with the one file station.toml")
  private Path folder = Path.of("folder");

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "an older one that stations may have; may be given several times")
  private List<Path> older = List.of();

  Bundle(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (!name.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,60}")) {
      throw new ParameterException(spec.commandLine(), name + ": letters, digits, . _ - only");
    }
    var only = kind == Kind.CONFIGURATION ? Optional.of(name) : Optional.<String>empty();
    var terms = new BundleTerms(kind.toString(), name, only);
    var draft = new Publisher(repository).add(terms, version, folder, older, clock.instant());
    spec.commandLine().getOut().println(draft);
    return 0;
  }

  /** Kinds by the words that are signed. */
  static final class Kinds implements picocli.CommandLine.ITypeConverter<Kind> {
    @Override
    public Kind convert(String word) {
      for (var kind : Kind.values()) {
        if (kind.toString().equals(word)) {
          return kind;
        }
      }
      throw new picocli.CommandLine.TypeConversionException(word + ": model-pack or configuration");
    }
  }
}
