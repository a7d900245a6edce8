package org.fieldstation.ota.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fieldstation.ota.publish.Drafts.Signers;
import org.fieldstation.ota.publish.Publisher;
import org.fieldstation.ota.publish.SecretKey;
import org.fieldstation.ota.trust.Key;
import org.fieldstation.ota.trust.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may sign. */
final class Keys {
  private Keys() {}

  @Command(
      name = "keygen",
      description = "A key pair for one person: FILE is theirs alone, FILE.pub is for everybody.",
      mixinStandardHelpOptions = true)
  static final class Keygen implements Callable<Integer> {
    private final SecureRandom random;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("key");

    Keygen(SecureRandom random) {
      this.random = random;
    }

    @Override
    public Integer call() throws IOException {
      var key = SecretKey.generate(random);
      var mine = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(mine)); // never overwrites one
      Files.write(file, key.file());
      Files.writeString(Path.of(file + ".pub"), key.publicHex() + "\n");
      return 0;
    }
  }

  /** What init and rotate have in common: a root is drafted, to be signed by two. */
  abstract static class Draft implements Callable<Integer> {
    private static final int OFFLINE = 2;

    private final InstantSource clock;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "REPOSITORY", description = "its folder")
    private Path repository = Path.of("repository");

    @Option(
        names = "--root",
        required = true,
        split = ",",
        paramLabel = "KEY.pub",
        description = "who signs for keys; two have to")
    private List<Path> root = List.of();

    @Option(
        names = "--targets",
        required = true,
        split = ",",
        paramLabel = "KEY.pub",
        description = "who signs releases; two have to")
    private List<Path> targets = List.of();

    @Option(
        names = "--online",
        required = true,
        paramLabel = "KEY.pub",
        description = "the server's, which can say what is newest and install nothing")
    private Path online = Path.of("online.pub");

    Draft(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
      var one = new Signers(1, keys(List.of(online)));
      var draft =
          new Publisher(repository)
              .draftRoot(
                  Map.of(
                      Role.ROOT,
                      new Signers(OFFLINE, keys(root)),
                      Role.TARGETS,
                      new Signers(OFFLINE, keys(targets)),
                      Role.SNAPSHOT,
                      one,
                      Role.TIMESTAMP,
                      one),
                  clock.instant());
      spec.commandLine().getOut().println(draft);
      return 0;
    }

    private static List<Key> keys(List<Path> files) throws IOException {
      var keys = new ArrayList<Key>();
      for (var file : files) {
        keys.add(Key.ed25519(Files.readString(file).strip()));
      }
      return keys;
    }
  }

  @Command(
      name = "init",
      description = "Drafts the first root of a repository.",
      mixinStandardHelpOptions = true)
  static final class Init extends Draft {
    Init(InstantSource clock) {
      super(clock);
    }
  }

  @Command(
      name = "rotate",
      description =
          "Drafts the next root, with other keys. Two of the old signers and two of the new have to"
              + " sign it.",
      mixinStandardHelpOptions = true)
  static final class Rotate extends Draft {
    Rotate(InstantSource clock) {
      super(clock);
    }
  }
}
