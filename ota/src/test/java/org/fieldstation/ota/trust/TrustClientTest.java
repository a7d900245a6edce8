package org.fieldstation.ota.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.ota.publish.Signers.LATER;
import static org.fieldstation.ota.publish.Signers.NOW;
import static org.fieldstation.ota.publish.Signers.both;
import static org.fieldstation.ota.publish.Signers.sign;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldstation.ota.publish.Drafts;
import org.fieldstation.ota.trust.TrustException.Code;
import org.junit.jupiter.api.Test;

/** An honest repository is believed; each way of lying is refused with its own code. */
class TrustClientTest extends TrustFixture {

  @Test
  void anHonestRepositoryIsBelieved() throws IOException {
    assertThat(refresh().get(TARGET.name())).isEqualTo(TARGET);
    assertThat(client.fetch(signers.repository, TARGET)).isEqualTo(CONTENT);
  }

  @Test
  void whatIsKnownAlreadyCostsNoAirTime() throws IOException {
    refresh();
    signers.repository.asked.clear();
    refresh();
    assertThat(signers.repository.asked)
        .containsExactly("metadata/2.root.json", "metadata/timestamp.json");
  }

  @Test
  void aFileNobodySignedIsRefused() throws IOException {
    var targets = refresh();
    assertThatThrownBy(() -> targets.get("rootkit"))
        .hasFieldOrPropertyWithValue("code", Code.UNKNOWN_TARGET);
  }

  @Test
  void otherBytesUnderASignedNameAreRefused() throws IOException {
    refresh();
    files.put("targets/" + TARGET.consistentName(), new byte[] {1, 2, 4});
    assertThatThrownBy(() -> client.fetch(signers.repository, TARGET))
        .hasFieldOrPropertyWithValue("code", Code.WRONG_HASH);
  }

  @Test
  void aFileThatNeverEndsIsCutOffAtItsSignedLength() throws IOException {
    refresh();
    files.put("targets/" + TARGET.consistentName(), new byte[1000]);
    assertThatThrownBy(() -> client.fetch(signers.repository, TARGET))
        .hasFieldOrPropertyWithValue("code", Code.ENDLESS);
  }

  @Test
  void aStationWithoutARootBelievesNobody() {
    store.files.clear();
    isRefused(Code.NO_ROOT);
  }

  @Test
  void aRootTheOldSignersDidNotSignIsRefused() {
    var next = signers.root(2, LATER, signers.strangers);
    files.put("metadata/2.root.json", sign(next, signers.strangers));
    isRefused(Code.THRESHOLD);
  }

  @Test
  void aRootItsOwnNewSignersDidNotSignIsRefused() {
    var next = signers.root(2, LATER, signers.nextRoot);
    files.put("metadata/2.root.json", sign(next, signers.root));
    isRefused(Code.THRESHOLD);
  }

  @Test
  void rootsAreFollowedOneByOneAndOnlyTheLastMustBeFresh() throws IOException {
    var both = both(signers.root, signers.nextRoot);
    files.put("metadata/2.root.json", sign(signers.root(2, PAST, signers.nextRoot), both));
    files.put("metadata/3.root.json", sign(signers.root(3, LATER, signers.nextRoot), both));
    refresh();
    assertThat(new String(store.load("root.json").orElseThrow(), UTF_8)).contains("\"version\":3");
  }

  @Test
  void aRootThatSkipsAVersionIsRefused() {
    var both = both(signers.root, signers.nextRoot);
    files.put("metadata/2.root.json", sign(signers.root(3, LATER, signers.nextRoot), both));
    isRefused(Code.ROLLBACK);
  }

  @Test
  void anExpiredRootIsRefused() {
    clock = LATER;
    isRefused(Code.EXPIRED);
  }

  @Test
  void aTimestampOfStrangersIsRefused() {
    var timestamp = Drafts.timestamp(2, NOW, LATER, 1, file("metadata/1.snapshot.json"));
    files.put("metadata/timestamp.json", sign(timestamp, signers.strangers));
    isRefused(Code.THRESHOLD);
  }

  @Test
  void metadataAlteredAfterSigningIsRefused() {
    var text = new String(file("metadata/timestamp.json"), UTF_8).replace("2027", "2099");
    files.put("metadata/timestamp.json", text.getBytes(UTF_8));
    isRefused(Code.THRESHOLD);
  }

  @Test
  void anOlderTimestampIsRefused() throws IOException {
    var old = file("metadata/timestamp.json");
    signers.publish(2, TARGET);
    refresh();
    files.put("metadata/timestamp.json", old);
    isRefused(Code.ROLLBACK);
  }

  @Test
  void aNewTimestampOfAnOlderSnapshotIsRefused() throws IOException {
    var old = file("metadata/1.snapshot.json");
    signers.publish(2, TARGET);
    refresh();
    files.put(
        "metadata/timestamp.json", sign(Drafts.timestamp(3, NOW, LATER, 1, old), signers.online));
    isRefused(Code.ROLLBACK);
  }

  @Test
  void aRepositoryFrozenInThePastIsNoticed() throws IOException {
    refresh();
    clock = LATER;
    files.put("metadata/2.root.json", freshRoot());
    isRefused(Code.EXPIRED);
  }

  private byte[] freshRoot() {
    return sign(
        signers.root(2, LATER.plus(Duration.ofDays(300)), signers.nextRoot),
        both(signers.root, signers.nextRoot));
  }

  @Test
  void settingTheClockBackDoesNotMakeExpiredMetadataFresh() throws IOException {
    var time = new TrustedTime(() -> clock, store, Instant.EPOCH);
    time.proven(LATER);
    clock = Instant.EPOCH;
    client = client();
    isRefused(Code.EXPIRED);
  }

  @Test
  void aStationWithoutAClockLearnsTheTimeFromTheTimestamp() throws IOException {
    clock = Instant.EPOCH;
    refresh();
    assertThat(new TrustedTime(() -> clock, store, Instant.EPOCH).now()).isEqualTo(NOW);
  }

  @Test
  void aSnapshotOfAnotherGenerationIsRefused() {
    var first = file("metadata/1.snapshot.json");
    signers.publish(2, TARGET);
    files.put("metadata/2.snapshot.json", first);
    isRefused(Code.WRONG_HASH);
  }

  @Test
  void aSnapshotWhoseVersionIsNotTheAnnouncedOneIsRefused() {
    var snapshot =
        sign(Drafts.snapshot(7, LATER, 1, file("metadata/1.targets.json")), signers.online);
    files.put("metadata/2.snapshot.json", snapshot);
    files.put(
        "metadata/timestamp.json",
        sign(Drafts.timestamp(2, NOW, LATER, 2, snapshot), signers.online));
    isRefused(Code.MIX_AND_MATCH);
  }

  @Test
  void aSnapshotThatTakesTheTargetsBackIsRefused() throws IOException {
    signers.publish(2, TARGET);
    refresh();
    signers.publish(3, 1, file("metadata/1.targets.json"), LATER);
    isRefused(Code.ROLLBACK);
  }

  @Test
  void anExpiredSnapshotIsRefused() {
    var targets = file("metadata/1.targets.json");
    var snapshot = sign(Drafts.snapshot(2, PAST, 1, targets), signers.online);
    files.put("metadata/2.snapshot.json", snapshot);
    files.put(
        "metadata/timestamp.json",
        sign(Drafts.timestamp(2, NOW, LATER, 2, snapshot), signers.online));
    isRefused(Code.EXPIRED);
  }

  @Test
  void versionsRunFarAheadByAThiefAreForgottenWhenTheKeysChange() throws IOException {
    signers.publish(1_000_000, TARGET);
    refresh();
    var honest = List.of(signers.strangers.getFirst());
    var both = both(signers.root, signers.nextRoot);
    files.put("metadata/2.root.json", sign(signers.root(2, LATER, signers.nextRoot, honest), both));
    var targets = sign(Drafts.targets(2, LATER, List.of(TARGET)), signers.targets);
    var snapshot = sign(Drafts.snapshot(2, LATER, 2, targets), honest);
    files.put("metadata/2.targets.json", targets);
    files.put("metadata/2.snapshot.json", snapshot);
    files.put(
        "metadata/timestamp.json", sign(Drafts.timestamp(2, NOW, LATER, 2, snapshot), honest));
    assertThat(refresh().version()).isEqualTo(2);
  }

  @Test
  void aMemoryTheDiskLostIsMendedFromTheRootTheStationCameWith() throws IOException {
    refresh();
    for (var name : List.copyOf(store.files.keySet())) {
      store.files.put(name, new byte[] {'{', 0});
    }
    client = client();
    client.install(signers.firstRoot());
    assertThat(refresh().version()).isEqualTo(1);
  }
}
