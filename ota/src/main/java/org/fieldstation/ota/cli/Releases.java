package org.fieldstation.ota.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.fieldstation.ota.publish.Publisher;
import org.fieldstation.ota.publish.SecretKey;
import org.fieldstation.ota.publish.Signing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What they sign. */
final class Releases {
  private Releases() {}

  private static SecretKey key(Path file) throws IOException {
    return SecretKey.read(Files.readAllBytes(file));
  }

  @Command(
      name = "add",
      description =
          "Adds a release, with patches from older ones, and drafts the new list of releases.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    private static final int JAVA = 25;

    private final InstantSource clock;
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "REPOSITORY")
    private Path repository = Path.of("repository");

    @Parameters(
        index = "1",
        paramLabel = "VERSION",
        description =
            "the release is named station-VERSION.manifest, its file for one kind of computer"
                + " station-VERSION-ARCH.manifest")
    private String version = "";

    @Parameters(
        index = "2",
        paramLabel = "FOLDER",
        description = "its files, as scripts/package leaves them")
    private Path folder = Path.of("release");

    @Option(
        names = "--arch",
        required = true,
        split = ",",
        paramLabel = "ARCH",
        description = "x86_64, aarch64")
    private List<String> architectures = List.of();

    @Option(
        names = "--epoch",
        paramLabel = "N",
        description =
            "the security epoch: raised with a release that closes a hole, so that none before it"
                + " returns (default: ${DEFAULT-VALUE})")
    private long epoch = 1;

    @Option(
        names = "--from",
        paramLabel = "FOLDER",
        description = "an older release that stations may run; may be given several times")
    private List<Path> older = List.of();

    Add(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
      var terms = new Publisher.Terms(architectures, JAVA, epoch);
      var draft = new Publisher(repository).add(version, folder, older, terms, clock.instant());
      spec.commandLine().getOut().println(draft);
      return 0;
    }
  }

  @Command(
      name = "sign",
      description = "Signs a draft with one key. Needs nothing but the two files.",
      mixinStandardHelpOptions = true)
  static final class Sign implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DRAFT")
    private Path draft = Path.of("targets.json");

    @Parameters(index = "1", paramLabel = "KEY")
    private Path key = Path.of("key");

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      var signed = Signing.sign(Files.readAllBytes(draft), key(key));
      Files.write(draft, signed);
      spec.commandLine().getOut().println(MetadataText.of(signed).getFirst());
      return 0;
    }
  }

  @Command(
      name = "publish",
      description =
          "Takes over the drafts that have enough signatures, and shows them to stations.",
      mixinStandardHelpOptions = true)
  static final class Publish implements Callable<Integer> {
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "REPOSITORY")
    private Path repository = Path.of("repository");

    @Parameters(index = "1", paramLabel = "ONLINE-KEY")
    private Path key = Path.of("online");

    @Spec private CommandSpec spec;

    Publish(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
      new Publisher(repository).publish(key(key), clock.instant());
      var timestamp = Files.readAllBytes(repository.resolve("metadata/timestamp.json"));
      spec.commandLine().getOut().println(MetadataText.of(timestamp).getFirst());
      return 0;
    }
  }
}
