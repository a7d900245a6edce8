package org.fieldstation.ota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.fieldstation.ota.Chance;
import org.fieldstation.ota.FolderRepository;
import org.fieldstation.ota.publish.SecretKey;
import org.fieldstation.ota.publish.Signers;
import org.fieldstation.ota.trust.MemoryStore;
import org.fieldstation.ota.trust.Targets;
import org.fieldstation.ota.trust.TrustClient;
import org.fieldstation.ota.trust.TrustedTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A release from an empty folder to a station that believes it, by the commands people type. */
class OtaCliTest {
  @TempDir private Path desk = Path.of("");
  private final MemoryStore store = new MemoryStore();
  private final StringWriter said = new StringWriter();
  private final CommandLine program = OtaCli.commandLine(new Chance(1), () -> Signers.NOW);

  @BeforeEach
  void keysAndAFirstRelease() throws IOException {
    program.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
    for (var key : new String[] {"r1", "r2", "r3", "t1", "t2", "t3", "online", "next"}) {
      program.execute("keygen", at(key));
    }
    Files.createDirectories(desk.resolve("v1/bin"));
    Files.writeString(desk.resolve("v1/bin/station"), "one");
    init("r1", "r2", "r3");
    sign("root", "r1", "r2");
    add("1.0.0", "v1");
    sign("targets", "t1", "t3");
    program.execute("publish", at("repo"), at("online"));
  }

  private String at(String name) {
    return desk.resolve(name).toString();
  }

  private void init(String... root) throws IOException {
    program.execute(
        "init",
        at("repo"),
        "--root",
        String.join(",", pub(root)),
        "--targets",
        String.join(",", pub("t1", "t2", "t3")),
        "--online",
        at("online.pub"));
  }

  private String[] pub(String... names) {
    return java.util.Arrays.stream(names).map(name -> at(name + ".pub")).toArray(String[]::new);
  }

  private void add(String version, String folder) throws IOException {
    program.execute(
        "add", at("repo"), version, at(folder), "--arch", "aarch64,x86_64", "--from", at("v1"));
  }

  private void sign(String draft, String... keys) throws IOException {
    for (var key : keys) {
      program.execute("sign", at("repo/staging/" + draft + ".json"), at(key));
    }
  }

  private Targets station() throws IOException {
    var client = new TrustClient(store, new TrustedTime(() -> Signers.NOW, store, Instant.EPOCH));
    client.install(Files.readAllBytes(desk.resolve("repo/metadata/1.root.json")));
    return client.refresh(new FolderRepository(desk.resolve("repo")));
  }

  @Test
  void aStationBelievesWhatWasSignedInTheFolder() throws IOException {
    assertThat(station().files()).containsOnlyKeys("station-1.0.0-aarch64-x86_64.manifest");
  }

  @Test
  void aListWithOneSignatureIsNotPublished() throws IOException {
    add("1.1.0", "v1");
    sign("targets", "t2");
    assertThat(program.execute("publish", at("repo"), at("online"))).isEqualTo(4);
    assertThat(said.toString()).contains("THRESHOLD: targets has 1 of 2 signatures");
    assertThat(station().version()).isEqualTo(1);
  }

  @Test
  void whoIsAskedToSignSeesWhatAndWhoHasSignedBefore() throws IOException {
    add("1.1.0", "v1");
    var draft = at("repo/staging/targets.json");
    var root = at("repo/metadata/1.root.json");
    program.execute("inspect", draft);
    assertThat(said.toString())
        .contains("targets 2, expires ", "signed by nobody yet")
        .contains("  station-1.1.0-aarch64-x86_64.manifest, sha256 ", "epoch 1, java 25");
    sign("targets", "t2");
    assertThat(program.execute("inspect", draft, "--root", root)).isEqualTo(1);
    assertThat(said.toString()).contains("not enough: targets has 1 of 2 signatures");
    sign("targets", "t3");
    assertThat(program.execute("inspect", draft, "--root", root)).isZero();
    program.execute("inspect", root);
    assertThat(said.toString()).contains("root 1, expires ", "  targets: 2 of ");
  }

  @Test
  void aFileThatIsNoneOfARepositoryIsRefusedByItsName() {
    assertThat(program.execute("inspect", at("t1.pub"))).isEqualTo(4);
    assertThat(said.toString()).contains("t1.pub: neither a manifest nor metadata");
  }

  @Test
  void twoArchitecturesOfOneVersionStandBesideEachOther() throws IOException {
    program.execute("add", at("repo"), "1.1.0", at("v1"), "--arch", "aarch64");
    sign("targets", "t1", "t2");
    program.execute("publish", at("repo"), at("online"));
    program.execute("add", at("repo"), "1.1.0", at("v1"), "--arch", "x86_64");
    sign("targets", "t1", "t2");
    program.execute("publish", at("repo"), at("online"));
    assertThat(station().files())
        .containsKeys("station-1.1.0-aarch64.manifest", "station-1.1.0-x86_64.manifest");
  }

  @Test
  void aRootSignerIsReplacedByTheOthers() throws IOException {
    station();
    init("r1", "r2", "next");
    sign("root", "r1", "r2");
    program.execute("publish", at("repo"), at("online"));
    assertThat(station().version()).isEqualTo(1);
    assertThat(Files.exists(desk.resolve("repo/metadata/2.root.json"))).isTrue();
  }

  @Test
  void aSecretKeyIsForItsOwnerAloneAndNeverOverwritten() throws IOException {
    var key = desk.resolve("r1");
    assertThat(Files.getPosixFilePermissions(key).toString()).doesNotContain("GROUP", "OTHERS");
    assertThat(SecretKey.read(Files.readAllBytes(key)).toString()).doesNotContain("secretHex");
    assertThat(program.execute("keygen", at("r1"))).isEqualTo(3);
    assertThat(said.toString()).contains("stays as it is");
  }

  @Test
  void theSameReleaseBundledTwiceIsTheSameByteForByte() throws IOException {
    add("1.1.0", "v1");
    var first = Files.readAllBytes(desk.resolve("repo/staging/targets.json"));
    add("1.1.0", "v1");
    assertThat(desk.resolve("repo/staging/targets.json")).hasBinaryContent(first);
  }

  @Test
  void wrongWordsAreAnsweredWithTheRightOnes() throws IOException {
    assertThat(program.execute("frobnicate", "x")).isEqualTo(2);
    assertThat(said.toString()).contains("frobnicate");
    assertThat(program.getUsageMessage()).contains("keygen", "sign", "publish");
  }
}
