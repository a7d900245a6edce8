package org.fieldstation.ota.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.ota.publish.Signers.LATER;
import static org.fieldstation.ota.publish.Signers.NOW;
import static org.fieldstation.ota.publish.Signers.sign;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.delta.Zstd;
import org.fieldstation.ota.publish.Drafts;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Manifest.Entry;
import org.fieldstation.ota.slots.Manifest.Packing;
import org.fieldstation.ota.trust.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each way of attacking a station by what a repository holds ends with a word of its own, the old
 * release running and nothing of the attack on the disk.
 */
class RefusalCodesTest {

  /** What is done to a station that has believed one honest generation, and the word it says. */
  enum Attack {
    SIGNED_BY_STRANGERS(
        "THRESHOLD",
        (mast, target) -> {
          var timestamp = Drafts.timestamp(2, NOW, LATER, 1, mast.file("metadata/1.snapshot.json"));
          mast.put("metadata/timestamp.json", sign(timestamp, mast.signers().strangers));
        }),
    ONE_OF_TWO_SIGNATURES(
        "THRESHOLD",
        (mast, target) -> {
          var draft = Drafts.targets(2, LATER, List.of(target));
          mast.signers().publish(2, 2, sign(draft, mast.signers().targets.subList(0, 1)), LATER);
        }),
    EXPIRED(
        "EXPIRED",
        (mast, target) -> {
          var draft = Drafts.targets(2, NOW.minusSeconds(1), List.of(target));
          mast.signers().publish(2, 2, sign(draft, mast.signers().targets), LATER);
        }),
    REPLAYED(
        "ROLLBACK",
        (mast, target) -> {
          var old = mast.file("metadata/timestamp.json");
          mast.signers().publish(2, target);
          mast.believe();
          mast.put("metadata/timestamp.json", old);
        }),
    MIX_AND_MATCH(
        "MIX_AND_MATCH",
        (mast, target) -> {
          var draft = Drafts.targets(1, LATER, List.of(target));
          mast.signers().publish(2, 2, sign(draft, mast.signers().targets), LATER);
        }),
    ENDLESS_METADATA(
        "ENDLESS", (mast, _) -> mast.put("metadata/timestamp.json", new byte[1 << 20])),
    ENDLESS_MANIFEST(
        "ENDLESS",
        (mast, target) ->
            mast.put("targets/" + target.sha256() + ".station.manifest", new byte[1 << 20])),
    NO_METADATA(
        "MALFORMED",
        (mast, _) -> mast.put("metadata/timestamp.json", "<html>sign in</html>".getBytes(UTF_8))),
    WITHHELD(
        "MISSING",
        (mast, target) -> {
          mast.signers().publish(2, target);
          mast.remove("metadata/2.targets.json");
        }),
    ANOTHER_MANIFEST(
        "WRONG_HASH",
        (mast, target) -> mast.alter("targets/" + target.sha256() + ".station.manifest")),
    ALTERED_OBJECTS("WRONG_HASH", (mast, _) -> mast.alter("objects/")),
    A_PATH_OUT_OF_THE_SLOT(
        "BAD_MANIFEST", (mast, _) -> mast.sign(text -> text.replace("bin/station", "../station"))),
    AN_ABSOLUTE_PATH(
        "BAD_MANIFEST",
        (mast, _) -> mast.sign(text -> text.replace("bin/station", "/etc/station"))),
    A_BOMB(
        "TOO_LONG",
        (mast, _) -> mast.signContent(Zstd.pack(new byte[8 << 20], Optional.empty(), Zstd.QUICK))),
    NO_PACKING("CANNOT_UNPACK", (mast, _) -> mast.signContent(new byte[100])),
    OTHER_CONTENT_UNDER_A_GOOD_SIGNATURE(
        "WRONG_CONTENT",
        (mast, _) -> mast.signContent(Zstd.pack(new byte[3], Optional.empty(), Zstd.QUICK)));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    private final BiConsumer<Victim, Target> deed;

    Attack(String word, BiConsumer<Victim, Target> deed) {
      this.word = word;
      this.deed = deed;
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachAttackHasItsWordAndLeavesNothingBehind(Attack attack) throws IOException {
    var victim = new Victim(new Mast(3));
    victim.believe();
    attack.deed.accept(victim, victim.mast.target(1));

    victim.mast.live(10);

    assertThat(victim.mast.station.reports).containsExactly("BAD_INTEGRITY " + attack.word);
    assertThat(victim.mast.runs()).isEqualTo("1.0.0");
    assertThat(victim.mast.disk.list(Mast.ROOT.resolve("slots"))).hasSize(1);
    assertThat(victim.mast.disk.list(Mast.ROOT.resolve("dl"))).isEmpty();
  }

  /** A station, and what an attacker can do to what it is shown. */
  private record Victim(Mast mast) {
    private Map<String, byte[]> files() {
      return mast.signers.repository.files;
    }

    org.fieldstation.ota.publish.Signers signers() {
      return mast.signers;
    }

    byte[] file(String name) {
      return files().getOrDefault(name, new byte[0]);
    }

    void put(String name, byte[] bytes) {
      files().put(name, bytes);
    }

    void remove(String name) {
      files().remove(name);
    }

    void alter(String prefix) {
      files()
          .replaceAll((name, bytes) -> {
            var altered = bytes.clone();
            altered[altered.length / 2] ^= name.startsWith(prefix) ? (byte) 1 : 0;
            return altered;
          });
    }

    void believe() {
      try {
        mast.trust().refresh(mast.signers.repository);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** Has the honest signers sign another manifest: they were deceived. */
    void sign(UnaryOperator<String> change) {
      sign(change.apply(new String(mast.manifest.bytes(), UTF_8)).getBytes(UTF_8));
    }

    private void sign(byte[] manifest) {
      var honest = mast.target(1);
      var target = new Target(honest.name(), manifest.length, Sha256.of(manifest), honest.custom());
      put("targets/" + target.sha256() + ".station.manifest", manifest);
      mast.signers.publish(2, target);
    }

    /** A signed manifest whose program comes in that packing. */
    void signContent(byte[] packed) {
      put("objects/" + Sha256.of(packed), packed);
      var packing = new Packing(Sha256.of(packed), packed.length, Optional.empty());
      var entries =
          mast.manifest.files().stream()
              .map(file ->
                  file.path().equals("bin/station")
                      ? new Entry(file.path(), file.length(), file.sha256(), true, List.of(packing))
                      : file)
              .collect(Collectors.toList());
      sign(new Manifest("1.1.0", entries).bytes());
    }
  }
}
