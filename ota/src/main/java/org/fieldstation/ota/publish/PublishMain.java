package org.fieldstation.ota.publish;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.ota.publish.Drafts.Signers;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.trust.Key;
import org.fieldstation.ota.trust.Role;

/** The publisher's commands, each one step of {@link Publisher}. */
public final class PublishMain {
  private static final String USAGE =
      """
      keygen  FILE                             a key pair; FILE.pub is for everybody
      init    DIR ROOT.pub,… TARGETS.pub,… ONLINE.pub    drafts a root; rotate: the same, the next
      add     DIR VERSION FOLDER ARCH,… EPOCH [OLDER…]   a release; drafts the list of them
      sign    DRAFT KEY                        on any machine, with one key
      publish DIR KEY                          shows stations what is signed
      inspect MANIFEST [OLDER MANIFEST]        what a release costs over the air
      """;

  private final SecureRandom random;
  private final InstantSource clock;
  private final PrintStream out;

  PublishMain(SecureRandom random, InstantSource clock, PrintStream out) {
    this.random = random;
    this.clock = clock;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    System.exit(new PublishMain(new SecureRandom(), InstantSource.system(), System.out).run(args));
  }

  int run(String... args) throws IOException {
    if (args.length < 2) {
      out.print(USAGE);
      return 2;
    }
    var path = Path.of(args[1]);
    var rest = Arrays.asList(args).subList(2, args.length);
    switch (args[0]) {
      case "keygen" -> keygen(path);
      case "init", "rotate" -> out.println(root(path, rest));
      case "add" -> out.println(add(path, rest));
      case "sign" ->
          Files.write(path, Signing.sign(Files.readAllBytes(path), key(rest.getFirst())));
      case "publish" -> new Publisher(path).publish(key(rest.getFirst()), now());
      case "inspect" -> out.println(inspect(path, rest));
      default -> {
        out.print(USAGE);
        return 2;
      }
    }
    return 0;
  }

  private static String inspect(Path manifest, List<String> older) throws IOException {
    var before = Optional.<Manifest>empty();
    for (var file : older) {
      before = Optional.of(Manifest.read(Files.readAllBytes(Path.of(file))));
    }
    return new Cost(Manifest.read(Files.readAllBytes(manifest))).said(before);
  }

  private Instant now() {
    return clock.instant();
  }

  private void keygen(Path file) throws IOException {
    var key = SecretKey.generate(random);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, mine); // an existing key is never overwritten
    Files.write(file, key.file());
    Files.writeString(Path.of(file + ".pub"), key.publicHex() + "\n");
  }

  private static SecretKey key(String file) throws IOException {
    return SecretKey.read(Files.readAllBytes(Path.of(file)));
  }

  private Path root(Path folder, List<String> keys) throws IOException {
    var online = new Signers(1, keys(keys.get(2)));
    return new Publisher(folder)
        .draftRoot(
            Map.of(
                Role.ROOT,
                new Signers(2, keys(keys.get(0))),
                Role.TARGETS,
                new Signers(2, keys(keys.get(1))),
                Role.SNAPSHOT,
                online,
                Role.TIMESTAMP,
                online),
            now());
  }

  private static List<Key> keys(String files) throws IOException {
    var keys = new java.util.ArrayList<Key>();
    for (var file : List.of(files.split(",", -1))) {
      keys.add(Key.ed25519(Files.readString(Path.of(file)).strip()));
    }
    return keys;
  }

  private Path add(Path folder, List<String> words) throws IOException {
    var architectures = List.of(words.get(2).split(",", -1));
    var terms = new Publisher.Terms(architectures, 25, Long.parseLong(words.get(3)));
    var older = words.subList(4, words.size()).stream().map(Path::of).toList();
    return new Publisher(folder).add(words.get(0), Path.of(words.get(1)), older, terms, now());
  }
}
