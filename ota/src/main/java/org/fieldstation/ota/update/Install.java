package org.fieldstation.ota.update;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.slots.Manifest;
import org.fieldstation.ota.slots.Manifest.Packing;
import org.fieldstation.ota.slots.SlotException;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.slots.Trial;
import org.fieldstation.ota.trust.TrustClient;
import org.fieldstation.ota.update.State.Job;
import org.fieldstation.ota.update.Verdict.Result;

/** From a name to a whole slot, while the old release goes on recording. */
final class Install {
  /** Left free beside a new release, for the records that matter more. */
  private static final long HEADROOM = 64L << 20;

  private final Disk disk;
  private final Path root;
  private final TrustClient trust;
  private final Repository repository;
  private final Station station;
  private final Slots slots;
  private final Larder larder;

  Install(Disk disk, Path root, TrustClient trust, Repository repository, Station station) {
    this.disk = disk;
    this.root = root;
    this.trust = trust;
    this.repository = repository;
    this.station = station;
    this.slots = new Slots(disk, root);
    this.larder = new Larder(disk, root.resolve("dl"));
  }

  long bytes() {
    return larder.bytes();
  }

  /** Forgets what was downloaded, and every slot nobody needs. */
  void clear() {
    larder.clear();
    slots.clean();
  }

  /**
   * Gives back what a full disk needs to take down that it is full. The manifest stays: if even
   * that cannot be written, the next process goes on from here.
   */
  void makeRoom(State state) {
    larder.clearBut(state.job().manifest());
    slots.clean();
  }

  Step metadata(State state) throws IOException {
    if (!station.mayDownload()) {
      return new Step.Wait(Pause.LINK);
    }
    var platform = station.platform();
    var target = Choice.of(trust.refresh(repository), state.job().release(), platform);
    var release = Release.of(target);
    release.mustFit(platform, state.epoch());
    var bytes = trust.fetch(repository, target);
    var manifest = Manifest.read(bytes);
    if (state.bad().contains(manifest.slot())
        || new Trial(disk, root).bad().contains(manifest.slot())) {
      throw new Refusal(Result.FAILED, "KNOWN_BAD");
    }
    mustHaveRoom(manifest);
    larder.keep(target.sha256(), bytes);
    var job = new Job(target.name(), manifest.slot(), target.sha256(), release.epoch(), 0);
    if (slots.current().filter(manifest.slot()::equals).isPresent()) {
      return new Step.To(state.with(job).with(Result.SUCCESS, "RUNS").to(Phase.CONFIRMED));
    }
    return new Step.To(state.with(job).to(Phase.DOWNLOADING));
  }

  private void mustHaveRoom(Manifest manifest) {
    if (disk.free(root) < manifest.length() * 6 / 5 + HEADROOM) {
      throw new Refusal(Result.NO_SPACE, "DISK_FULL");
    }
  }

  /**
   * Brings what is missing.
   *
   * @param wanting told how many bytes that is, before the first comes
   */
  Step download(State state, LongConsumer wanting) throws IOException {
    var manifest = manifest(state);
    var missing = assembly().missing(manifest.files());
    wanting.accept(manifest.bytes().length + missing.stream().mapToLong(Packing::length).sum());
    for (var packing : missing) {
      if (!station.mayDownload()) {
        return new Step.Wait(Pause.LINK);
      }
      larder.bring(repository, packing);
    }
    return new Step.To(state.to(Phase.VERIFYING));
  }

  Step verify(State state) {
    var next = Phase.STAGING;
    for (var packing : assembly().missing(manifest(state).files())) {
      if (!larder.isWhole(packing.sha256())) {
        larder.drop(packing.sha256());
        next = Phase.DOWNLOADING;
      }
    }
    return new Step.To(state.to(next));
  }

  Step stage(State state) throws IOException {
    var manifest = manifest(state);
    var assembly = assembly();
    if (!assembly.missing(manifest.files()).stream().allMatch(larder::has)) {
      return new Step.To(state.to(Phase.DOWNLOADING)); // given back when the disk was full
    }
    try {
      slots.stage(manifest, assembly);
    } catch (IOException e) {
      throw new SlotException(
          SlotException.Code.CANNOT_UNPACK, "a packing that cannot be unpacked: " + e.getMessage());
    }
    return new Step.To(state.to(Phase.STAGED));
  }

  private Assembly assembly() {
    return Assembly.over(slots, disk, larder);
  }

  private Manifest manifest(State state) {
    return larder
        .find(state.job().manifest())
        .map(Manifest::read)
        .orElseThrow(() -> new Refusal(Result.FAILED, "MANIFEST_LOST"));
  }
}
